import { useTranslation } from '#texts'
import { showToast } from '#ui'
import { useWorkbenchStore } from '#workbench'
import { useEffect } from 'react'

/** The designer's own keys. Dialogs and the secrets' form keep theirs: what is typed there is not part of the document. */
export function useShortcuts(): void {
  const store = useWorkbenchStore()
  const { t } = useTranslation()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]')) return
      const state = store.getState()
      const key = event.key.toLowerCase()
      if (key === 'z' || key === 'y') {
        if (key === 'y' || event.shiftKey) state.redo()
        else state.undo()
      } else if (key === 's') {
        void state.flush().then(() => {
          const { save } = store.getState()
          if (save.status === 'saved') showToast({ title: t('designer.savedToast'), tone: 'success' })
        })
      } else if (key === 'enter') state.start()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store, t])
}
