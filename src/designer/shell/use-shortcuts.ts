import { useTranslation } from '#texts'
import { showToast } from '#ui'
import { hasUnsavedWork, useWorkbenchStore } from '#workbench'
import { useEffect } from 'react'
import { OWN_UNDO } from '../fields/own-undo.ts'
import { useStepSessionStore } from '../steps/step-session.ts'

/**
 * Whether what is pressed becomes text. Asked of what has the focus: a search box passes its keys on to the list below it,
 * so that they seem to come from there.
 */
const isTyping = (focused: Element | null): boolean =>
  focused instanceof HTMLElement && (focused.isContentEditable || focused.matches('input, textarea, select'))

/** The designer's own keys. Dialogs and the secrets' form keep theirs: what is typed there is not part of the document. */
export function useShortcuts(): void {
  const store = useWorkbenchStore()
  const session = useStepSessionStore()
  const { t } = useTranslation()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]')) return
      if (event.key === '?' && !isTyping(document.activeElement)) session.setState({ dialog: { kind: 'keys' } })
      if (!(event.ctrlKey || event.metaKey)) return
      const state = store.getState()
      const key = event.key.toLowerCase()
      if (key === 'z' || key === 'y') {
        if (document.activeElement?.closest(OWN_UNDO)) return
        if (key === 'y' || event.shiftKey) state.redo()
        else state.undo()
      } else if (key === 's') {
        void state.flush().then(() => {
          if (!hasUnsavedWork(store.getState())) showToast({ title: t('designer.savedToast'), tone: 'success' })
        })
      } else if (key === 'enter') state.start()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store, session, t])
}
