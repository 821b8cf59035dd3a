import { unreachable } from '#base'
import { laterParts } from '#ui'
import { useStepSession } from './step-session.ts'

const dialogs = laterParts(() => import('./step-dialog-parts.ts'))

/** The questions that commands on steps ask, and the list of keys. Stands once in every editor. */
export function StepDialogs() {
  const dialog = useStepSession((session) => session.dialog)
  const parts = dialogs.useParts()
  if (!dialog || !parts) return null
  switch (dialog.kind) {
    case 'keys':
      return <parts.KeysDialog />
    case 'move-to':
      return <parts.MoveToDialog steps={dialog.steps} />
    case 'breaks':
      return <parts.BreaksDialog {...dialog} />
    default:
      return unreachable(dialog)
  }
}
