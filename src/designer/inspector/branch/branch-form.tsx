import { isFreeArm, literal, type StepId } from '#domain'
import { useTranslation } from '#texts'
import { Button, RadioGroup } from '#ui'
import { usePorts, useWorkbench } from '#workbench'
import { newArm, newBranchArm } from '#operations'
import { Plus } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import type { FieldScope } from '../../fields/scope/field-scope.ts'
import { useEdit } from '../../steps/use-edit.ts'
import { useIsReadOnly, useKindField } from '../use-step.ts'
import { ValueInput } from '../value-input.tsx'
import { ArmCard } from './arm-card.tsx'

interface BranchFormProps {
  readonly stepId: StepId
  readonly scope: FieldScope
}

/** What a branch decides by, and its arms in the order they are tried. */
export function BranchForm({ stepId, scope }: BranchFormProps) {
  const { t } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const edit = useEdit()
  const on = useKindField(stepId, 'branch', (step) => step.on)
  if (!on) return null
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label={t('inspector.branch.decides')}
        isDisabled={isReadOnly}
        value={on.mode}
        onChange={(mode) =>
          edit({
            type: 'step/configure',
            id: stepId,
            changes: {
              kind: 'branch',
              on: mode === 'value' ? { mode: 'value', value: literal(null) } : { mode: 'conditions' },
            },
          })
        }
        choices={[
          {
            id: 'conditions',
            label: t('inspector.branch.conditions'),
            description: t('inspector.branch.conditionsHelp'),
          },
          { id: 'value', label: t('inspector.branch.value'), description: t('inspector.branch.valueHelp') },
        ]}
      />
      {on.mode === 'value' && (
        <ValueInput
          stepId={stepId}
          scope={scope}
          name="on"
          label={t('inspector.branch.on')}
          type="json"
          startsAs="text"
          value={on.value}
          set={(value) => ({
            type: 'step/configure',
            id: stepId,
            changes: { kind: 'branch', on: { mode: 'value', value } },
          })}
        />
      )}
      <Arms stepId={stepId} scope={scope} mode={on.mode} isReadOnly={isReadOnly} />
    </div>
  )
}

function Arms(props: BranchFormProps & { readonly mode: 'conditions' | 'value'; readonly isReadOnly: boolean }) {
  const { t } = useTranslation()
  const { stepId, mode, isReadOnly } = props
  const edit = useEdit()
  const { environment } = usePorts()
  const arms = useWorkbench(
    useShallow((state) => (state.doc.steps[stepId]?.arms ?? []).filter(isFreeArm).map(({ id }) => id)),
  )
  const add = () => {
    const name = t('inspector.branch.newArm', { row: arms.length + 1 })
    const arm =
      mode === 'value'
        ? { ...newArm(environment.createId, name), test: { kind: 'value' as const, value: literal('') } }
        : newBranchArm(environment.createId, name)
    edit({ type: 'arm/add', step: stepId, arm, index: arms.length })
  }
  return (
    <section aria-label={t('inspector.branch.arms')} className="flex flex-col gap-2">
      <h3 className="text-xs font-medium text-default">{t('inspector.branch.arms')}</h3>
      {arms.map((arm, index) => (
        <ArmCard key={arm} {...props} armId={arm} index={index} count={arms.length} />
      ))}
      {!isReadOnly && (
        <Button size="sm" className="self-start" icon={<Plus />} onPress={add}>
          {t('inspector.branch.addArm')}
        </Button>
      )}
      <p className="text-xs text-muted">{t('inspector.branch.otherwise', { name: t('canvas.arm.otherwise') })}</p>
    </section>
  )
}
