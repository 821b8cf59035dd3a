import type { Reference } from '#domain'
import { useTranslation } from '#texts'
import { AlertDialog } from '#ui'
import { useWorkbench } from '#workbench'
import { keepFocus } from './keep-focus.ts'
import { useStepSessionStore, type StepDialog } from './step-session.ts'
import { stepName } from './step-words.ts'
import { useStepCommands } from './use-step-commands.ts'

/** How many broken references are named one by one. */
const SHOWN = 6

export type BreaksDialogProps = Extract<StepDialog, { kind: 'breaks' }>

/** Says which references a move or delete would break, before it does. */
export function BreaksDialog({ why, operations, references, select }: BreaksDialogProps) {
  const { t } = useTranslation()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const doc = useWorkbench((state) => state.doc)
  const close = () => {
    session.setState({ dialog: null })
    keepFocus(session, select[0])
  }
  const count = references.length
  const lines = [...new Set(references.map((reference) => lineOf(reference)))]
  function lineOf({ step, to }: Reference): string {
    const source = to.kind === 'step' ? stepName(doc.steps[to.step], t) : (doc.variables[to.variable]?.name ?? '')
    return t('canvas.breaks.line', { step: stepName(doc.steps[step], t), source })
  }
  return (
    <AlertDialog
      title={why === 'move' ? t('canvas.breaks.moveTitle', { count }) : t('canvas.breaks.deleteTitle', { count })}
      isOpen
      isDanger={why === 'delete'}
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
      confirmLabel={why === 'move' ? t('canvas.breaks.moveAnyway') : t('canvas.breaks.deleteAnyway')}
      onConfirm={() => {
        close()
        commands.confirm(operations, select)
      }}
    >
      <p className="text-pretty">{t('canvas.breaks.why')}</p>
      <ul className="mt-2 list-disc ps-5">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
        {lines.length > SHOWN && <li>{t('canvas.breaks.more', { count: lines.length - SHOWN })}</li>}
      </ul>
    </AlertDialog>
  )
}
