import { unreachable } from '#base'
import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { EmptyState } from '#ui'
import { useFieldScope } from '../fields/scope/use-field-scope.ts'
import { ConnectionRow } from './connection-row.tsx'
import { StepInputs } from './step-inputs.tsx'
import { useInspectorParts } from './use-inspector-parts.ts'
import { useStepField } from './use-step.ts'

/** What a step is told to do, by its kind. */
export function ConfigureTab({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const kind = useStepField(stepId, (step) => step.kind)
  const scope = useFieldScope(stepId)
  const form = { stepId, scope } as const
  const parts = useInspectorParts()
  switch (kind) {
    case undefined:
      return null
    case 'action':
      return (
        <div className="flex flex-col gap-4">
          <ConnectionRow stepId={stepId} />
          <StepInputs {...form} />
        </div>
      )
    case 'trigger':
      return (
        <div className="flex flex-col gap-4">
          <ConnectionRow stepId={stepId} />
          <StepInputs {...form} />
          {parts && <parts.TriggerForm stepId={stepId} />}
        </div>
      )
    case 'branch':
      return parts && <parts.BranchForm {...form} />
    case 'loop':
      return parts && <parts.LoopForm {...form} />
    case 'stop':
      return parts && <parts.StopForm {...form} />
    case 'code':
      return parts && <parts.CodeForm stepId={stepId} />
    case 'call-flow':
      return parts && <parts.CallFlowForm stepId={stepId} />
    case 'respond':
      return parts && <parts.RespondForm {...form} />
    case 'block':
    case 'parallel':
    case 'break-loop':
      return <EmptyState title={t('inspector.noInputs')} />
    case 'unknown':
      return <EmptyState title={t('inspector.unknownStep.title')}>{t('inspector.unknownStep.text')}</EmptyState>
    default:
      return unreachable(kind)
  }
}
