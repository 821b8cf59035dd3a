import { laterParts } from '#ui'
import { useStepSession } from './step-session.ts'

const dialogs = laterParts(() => import('./step-dialog-parts.ts'))

/** The questions that commands on steps ask. Stands once in every editor. */
export function StepDialogs() {
  const dialog = useStepSession((session) => session.dialog)
  const parts = dialogs.useParts()
  if (!dialog || !parts) return null
  return dialog.kind === 'move-to' ? <parts.MoveToDialog steps={dialog.steps} /> : <parts.BreaksDialog {...dialog} />
}
