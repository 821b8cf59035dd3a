import type { InputSpec, StepId } from '#domain'
import { useTranslation } from '#texts'
import { useMemo } from 'react'
import type { FieldScope } from '../fields/scope/field-scope.ts'
import { StepInput } from './step-input.tsx'

/** What a flow answers to whoever started it. */
export function RespondForm({ stepId, scope }: { readonly stepId: StepId; readonly scope: FieldScope }) {
  const { t } = useTranslation()
  const label = t('inspector.respond.body')
  const spec = useMemo(
    (): InputSpec => ({ key: 'body', label, type: 'json', required: false, repeatable: false, advanced: false }),
    [label],
  )
  return <StepInput spec={spec} stepId={stepId} scope={scope} />
}
