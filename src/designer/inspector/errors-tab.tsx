import type { ErrorPolicy, StepId } from '#domain'
import { planErrorPolicy } from '#operations'
import { useTranslation } from '#texts'
import { NumberField, RadioGroup, Switch } from '#ui'
import { useWorkbenchStore } from '#workbench'
import { Controller, useForm } from 'react-hook-form'
import { FieldNote } from '../fields/field-note.tsx'
import { useEdit } from '../steps/use-edit.ts'
import { retryPlan } from './retry-plan.ts'
import { useBurst } from './use-burst.ts'
import { useIsReadOnly, useStepField } from './use-step.ts'

type Policy = ErrorPolicy['policy']

/** What happens when a step fails. */
export function ErrorsTab({ stepId }: { readonly stepId: StepId }) {
  const policy = useStepField(stepId, (step) => step.onError)
  const isTrigger = useStepField(stepId, (step) => step.kind === 'trigger') ?? false
  return policy ? <PolicyForm stepId={stepId} policy={policy} isTrigger={isTrigger} /> : null
}

interface PolicyFormProps {
  readonly stepId: StepId
  readonly policy: ErrorPolicy
  readonly isTrigger: boolean
}

function PolicyForm({ stepId, policy, isTrigger }: PolicyFormProps) {
  const { t } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const commit = useCommitPolicy(stepId, policy)
  const { control } = useForm<ErrorPolicy>({ values: policy })
  // A trigger has no failure of its own to handle by other steps.
  const policies = (['fail', 'ignore', 'retry', 'handle'] as const).filter((id) => !isTrigger || id !== 'handle')
  return (
    <div className="flex flex-col gap-4">
      <Controller
        control={control}
        name="policy"
        render={({ field }) => (
          <RadioGroup
            label={t('inspector.policy.label')}
            isDisabled={isReadOnly}
            value={field.value}
            onChange={(next: Policy) => {
              field.onChange(next)
              commit({ policy: next })
            }}
            choices={policies.map((id) => ({
              id,
              label: t(`inspector.policy.${id}`),
              description: t(`inspector.policy.${id}Help`),
            }))}
          />
        )}
      />
      {policy.policy === 'handle' && <FieldNote tone="muted">{t('inspector.policy.handleKept')}</FieldNote>}
      {policy.policy === 'retry' && <RetryFields policy={policy} isReadOnly={isReadOnly} commit={commit} />}
    </div>
  )
}

/** Writes part of the policy; steps of a number field that follow each other undo as one. */
function useCommitPolicy(stepId: StepId, policy: ErrorPolicy) {
  const store = useWorkbenchStore()
  const edit = useEdit()
  const burst = useBurst(`policy:${stepId}`)
  return (changes: Partial<ErrorPolicy>) => {
    const [field] = Object.keys(changes)
    const isNumber = field === 'attempts' || field === 'delaySeconds'
    edit(
      planErrorPolicy(store.getState().doc, stepId, { ...policy, ...changes }),
      isNumber ? { mergeKey: `${burst.mergeKey()}:${field}` } : {},
    )
  }
}

function RetryFields(props: {
  readonly policy: ErrorPolicy
  readonly isReadOnly: boolean
  readonly commit: (changes: Partial<ErrorPolicy>) => void
}) {
  const { t } = useTranslation()
  const { policy, isReadOnly, commit } = props
  const setNumber = (field: 'attempts' | 'delaySeconds') => (value: number) => {
    if (!Number.isNaN(value)) commit({ [field]: value })
  }
  return (
    <div className="flex flex-col gap-3">
      <NumberField
        label={t('inspector.policy.attempts')}
        description={t('inspector.policy.attemptsHelp')}
        minValue={1}
        maxValue={5}
        step={1}
        isReadOnly={isReadOnly}
        value={policy.attempts}
        onChange={setNumber('attempts')}
      />
      <NumberField
        label={t('inspector.policy.delay')}
        minValue={0}
        maxValue={60}
        isReadOnly={isReadOnly}
        value={policy.delaySeconds}
        onChange={setNumber('delaySeconds')}
      />
      <Switch
        label={t('inspector.policy.exponential')}
        isSelected={policy.exponential}
        isDisabled={isReadOnly}
        onChange={(exponential) => commit({ exponential })}
      />
      <Switch
        label={t('inspector.policy.ignoreFinalError')}
        isSelected={policy.ignoreFinalError}
        isDisabled={isReadOnly}
        onChange={(ignoreFinalError) => commit({ ignoreFinalError })}
      />
      <p role="note" className="rounded-md bg-sunken px-2 py-1.5 text-xs text-pretty text-muted">
        {retryPlan(t, policy)}
      </p>
    </div>
  )
}
