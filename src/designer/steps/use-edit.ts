import { useTranslation } from '#texts'
import { useWorkbenchStore, type WorkbenchState } from '#workbench'
import { useCallback } from 'react'
import { sayProblem } from './step-commands.ts'

/** Edits the document; what it refuses is said in a message. Fields that show that beside themselves take `dispatch`. */
export function useEdit(): WorkbenchState['dispatch'] {
  const store = useWorkbenchStore()
  const { t } = useTranslation()
  return useCallback(
    (operations, options) => {
      const edited = store.getState().dispatch(operations, options)
      if (!edited.ok) sayProblem(edited.error, t)
      return edited
    },
    [store, t],
  )
}
