import {
  armOf,
  literal,
  subtreeOf,
  type ArmId,
  type ArmTest,
  type Condition,
  type InputValue,
  type StepId,
} from '#domain'
import { useTranslation } from '#texts'
import { IconButton, Menu, MenuItem, MenuTrigger, showToast } from '#ui'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react'
import { ConditionEditor } from '../../fields/condition/condition-editor.tsx'
import type { EditKind } from '../../fields/input-edit.ts'
import type { FieldScope } from '../../fields/scope/field-scope.ts'
import { useEdit } from '../../steps/use-edit.ts'
import { useStepCommands } from '../../steps/use-step-commands.ts'
import { RecordTextField } from '../record-text-field.tsx'
import { useBurst } from '../use-burst.ts'
import { ValueInput } from '../value-input.tsx'

interface ArmCardProps {
  readonly stepId: StepId
  readonly armId: ArmId
  readonly scope: FieldScope
  readonly mode: 'conditions' | 'value'
  readonly index: number
  readonly count: number
  readonly isReadOnly: boolean
}

const EMPTY: Condition = { all: [] }

/** One arm of a branch: its name, its place among the arms, and when it is taken. */
export function ArmCard(props: ArmCardProps) {
  const { t } = useTranslation()
  const { stepId, armId, scope, mode, index } = props
  const store = useWorkbenchStore()
  const edit = useEdit()
  const arm = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return step && armOf(step, armId)
  })
  const burst = useBurst(`arm:${stepId}:${armId}`)
  if (!arm) return null
  // What was typed stays in its field, which says why it was refused; a choice has none.
  const setTest = (test: ArmTest, kind: EditKind) => {
    const operation = { type: 'arm/update', step: stepId, arm: armId, changes: { test } } as const
    return kind === 'choice' ? edit(operation) : store.getState().dispatch(operation, { mergeKey: burst.mergeKey() })
  }
  return (
    <div role="group" aria-label={arm.name} className="flex flex-col gap-2 rounded-lg border border-line p-2">
      <div className="flex items-center gap-1">
        <RecordTextField
          className="flex-1"
          label={t('inspector.branch.armName', { row: index + 1 })}
          isLabelHidden
          value={arm.name}
          burstKey={`arm-name:${stepId}:${armId}`}
          onCommit={(name, mergeKey) =>
            store.getState().dispatch({ type: 'arm/update', step: stepId, arm: armId, changes: { name } }, { mergeKey })
          }
        />
        {!props.isReadOnly && <ArmMenu {...props} name={arm.name} />}
      </div>
      {mode === 'conditions' ? (
        <ConditionEditor
          name={arm.name}
          condition={arm.test?.kind === 'condition' ? arm.test.condition : EMPTY}
          onChange={(condition, kind) => setTest({ kind: 'condition', condition }, kind)}
          scope={scope}
          isReadOnly={props.isReadOnly}
          onBlur={burst.end}
        />
      ) : (
        <ValueInput
          stepId={stepId}
          scope={scope}
          name={`test:${armId}`}
          label={t('inspector.branch.armValue')}
          type="json"
          startsAs="text"
          value={arm.test?.kind === 'value' ? arm.test.value : undefined}
          set={(value: InputValue) => ({
            type: 'arm/update',
            step: stepId,
            arm: armId,
            changes: { test: { kind: 'value', value: isNothing(value) ? literal('') : value } },
          })}
        />
      )}
    </div>
  )
}

const isNothing = (value: InputValue) => value.kind === 'literal' && value.value === null

function ArmMenu({ stepId, armId, index, count, name }: ArmCardProps & { readonly name: string }) {
  const { t } = useTranslation()
  const store = useWorkbenchStore()
  const edit = useEdit()
  const commands = useStepCommands()
  const remove = () => {
    const { doc, undo } = store.getState()
    const step = doc.steps[stepId]
    const inside = (step && armOf(step, armId)?.body.flatMap((id) => subtreeOf(doc, id)).length) ?? 0
    commands.removeArm(stepId, armId)
    const isGone = store.getState().doc !== doc
    if (isGone && inside > 0) {
      const title = t('inspector.branch.removed', { name, count: inside })
      const entry = store.getState().history.done.at(-1)
      // Later edits are not what the message offers to take back.
      const onAction = () => {
        if (store.getState().history.done.at(-1) === entry) undo()
      }
      showToast({ title, action: { label: t('common.undo'), onAction } })
    }
  }
  const onAction = (key: string) => {
    if (key === 'remove') remove()
    else {
      const to = index + (key === 'up' ? -1 : 1)
      edit({ type: 'arm/move', step: stepId, arm: armId, index: to })
    }
  }
  return (
    <MenuTrigger>
      <IconButton size="sm" aria-label={t('inspector.branch.armOptions', { name })}>
        <EllipsisVertical />
      </IconButton>
      <Menu
        placement="bottom end"
        disabledKeys={[...(index === 0 ? ['up'] : []), ...(index === count - 1 ? ['down'] : [])]}
        onAction={(key) => onAction(String(key))}
      >
        <MenuItem id="up" label={t('inspector.branch.moveUp')} icon={<ArrowUp />} />
        <MenuItem id="down" label={t('inspector.branch.moveDown')} icon={<ArrowDown />} />
        <MenuItem id="remove" isDanger label={t('inspector.branch.remove', { name })} icon={<Trash2 />} />
      </Menu>
    </MenuTrigger>
  )
}
