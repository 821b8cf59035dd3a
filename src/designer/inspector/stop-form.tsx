import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { SegmentedControl } from '#ui'
import type { FieldScope } from '../fields/scope/field-scope.ts'
import { useEdit } from '../steps/use-edit.ts'
import { useIsReadOnly, useKindField } from './use-step.ts'
import { ValueInput } from './value-input.tsx'

/** How a stop ends the run, and what it says. */
export function StopForm({ stepId, scope }: { readonly stepId: StepId; readonly scope: FieldScope }) {
  const { t } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const edit = useEdit()
  const outcome = useKindField(stepId, 'stop', (step) => step.outcome)
  const message = useKindField(stepId, 'stop', (step) => step.message)
  if (!outcome) return null
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col items-start gap-1">
        <span className="text-xs font-medium text-default">{t('inspector.stop.outcome')}</span>
        <SegmentedControl
          label={t('inspector.stop.outcome')}
          isDisabled={isReadOnly}
          value={outcome}
          onChange={(next) => edit({ type: 'step/configure', id: stepId, changes: { kind: 'stop', outcome: next } })}
          choices={[
            { id: 'success', label: t('inspector.stop.success') },
            { id: 'error', label: t('inspector.stop.error') },
          ]}
        />
      </div>
      <ValueInput
        stepId={stepId}
        scope={scope}
        name="message"
        label={t('inspector.stop.message')}
        help={t('inspector.stop.messageHelp')}
        type="text"
        value={message}
        set={(next) => ({ type: 'step/configure', id: stepId, changes: { kind: 'stop', message: next } })}
      />
    </div>
  )
}
