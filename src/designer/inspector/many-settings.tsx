import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { Button, PanelHeader } from '#ui'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import { CircleCheck, CircleSlash, Trash2 } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import { keepFocus } from '../steps/keep-focus.ts'
import { useStepSessionStore } from '../steps/step-session.ts'
import { useEdit } from '../steps/use-edit.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'
import { useIsReadOnly } from './use-step.ts'

/** What can be done with several steps at once. */
export function ManySettings({ steps }: { readonly steps: readonly StepId[] }) {
  const { t } = useTranslation()
  const store = useWorkbenchStore()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const edit = useEdit()
  const isReadOnly = useIsReadOnly()
  const names = useWorkbench(useShallow((state) => steps.map((id) => state.doc.steps[id]?.name ?? id)))
  const changeable = useWorkbench(
    useShallow((state) => steps.filter((id) => state.doc.steps[id] && state.doc.steps[id].kind !== 'trigger')),
  )
  const setDisabled = (disabled: boolean) =>
    edit(changeable.map((id) => ({ type: 'step/update' as const, id, changes: { disabled } })))
  const remove = () => {
    commands.remove(changeable)
    keepFocus(session, store.getState().selection[0])
  }
  return (
    <>
      <PanelHeader title={t('inspector.many.title', { count: steps.length })} />
      <div className="flex flex-col gap-3 overflow-auto px-3 py-3">
        <ul className="flex flex-col gap-1 text-sm">
          {names.map((name, index) => (
            <li key={steps[index]} className="truncate">
              {name}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" icon={<CircleCheck />} isDisabled={isReadOnly} onPress={() => setDisabled(false)}>
            {t('inspector.many.enable')}
          </Button>
          <Button size="sm" icon={<CircleSlash />} isDisabled={isReadOnly} onPress={() => setDisabled(true)}>
            {t('inspector.many.disable')}
          </Button>
          <Button size="sm" icon={<Trash2 />} isDisabled={isReadOnly} onPress={remove}>
            {t('inspector.many.delete')}
          </Button>
        </div>
        <p className="text-xs text-muted">{t('inspector.many.note')}</p>
      </div>
    </>
  )
}
