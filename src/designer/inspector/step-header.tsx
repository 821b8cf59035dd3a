import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { Switch } from '#ui'
import { useWorkbench, useWorkspace } from '#workbench'
import { stepIconName } from '../fields/step-icon-name.ts'
import { StepIcon } from '../fields/step-icon.tsx'
import { useEdit } from '../steps/use-edit.ts'
import { actionLabel } from './action-label.ts'
import { RecordTextField } from './record-text-field.tsx'
import { useIsReadOnly, useStepField } from './use-step.ts'

/** Name, action and whether the step runs. */
export function StepHeader({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const catalog = useWorkspace((state) => state.catalog)
  const icon = useStepField(stepId, (step) => stepIconName(step, catalog)) ?? 'unknown'
  const label = useStepField(stepId, (step) => actionLabel(t, catalog, step)) ?? ''
  const isTrigger = useStepField(stepId, (step) => step.kind === 'trigger') ?? false
  const isDisabled = useStepField(stepId, (step) => step.disabled) ?? false
  const edit = useEdit()
  const isReadOnly = useIsReadOnly()
  return (
    <header className="flex shrink-0 flex-col gap-2 border-b border-line px-3 pt-3 pb-2">
      <div className="flex min-w-0 items-center gap-2">
        <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-text">
          <StepIcon icon={icon} className="size-4.5" />
        </span>
        <div className="min-w-0 flex-1">
          <StepName stepId={stepId} />
        </div>
      </div>
      <div className="flex min-w-0 items-center gap-2">
        <p className="min-w-0 flex-1 truncate text-xs text-muted" title={label}>
          {label}
        </p>
        {!isTrigger && (
          <Switch
            label={t('inspector.enabled')}
            isSelected={!isDisabled}
            isDisabled={isReadOnly}
            onChange={(on) => edit({ type: 'step/update', id: stepId, changes: { disabled: !on } })}
          />
        )}
      </div>
      {isDisabled && <p className="text-xs text-warning">{t('inspector.disabledNote')}</p>}
    </header>
  )
}

function StepName({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const name = useStepField(stepId, (step) => step.name) ?? ''
  const dispatch = useWorkbench((state) => state.dispatch)
  return (
    <RecordTextField
      label={t('inspector.stepName')}
      isLabelHidden
      value={name}
      burstKey={`name:${stepId}`}
      onCommit={(text, mergeKey) =>
        dispatch({ type: 'step/update', id: stepId, changes: { name: text } }, { mergeKey })
      }
    />
  )
}
