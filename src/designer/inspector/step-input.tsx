import { isConnectorStep, type InputSpec, type InputValue, type StepId } from '#domain'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import { useCallback } from 'react'
import type { EditKind } from '../fields/input-edit.ts'
import { InputField } from '../fields/input-field.tsx'
import type { FieldScope } from '../fields/scope/field-scope.ts'
import { useOpenConnection } from './open-connection.ts'
import { useBurst } from './use-burst.ts'
import { useChoicesOf } from './use-choices-of.ts'
import { useIsReadOnly } from './use-step.ts'

/** One input of a step, bound to the document: only this field renders when it is typed in. */
export function StepInput(props: { readonly spec: InputSpec; readonly stepId: StepId; readonly scope: FieldScope }) {
  const { spec, stepId, scope } = props
  const { key } = spec
  const store = useWorkbenchStore()
  const openConnection = useOpenConnection(stepId)
  const burst = useBurst(`input:${stepId}:${key}`)
  const isReadOnly = useIsReadOnly()
  const canConnect = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return step !== undefined && isConnectorStep(step)
  })
  const value = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return step && 'inputs' in step ? step.inputs[key] : undefined
  })
  const loadChoices = useChoicesOf(spec, stepId)
  const onChange = useCallback(
    (next: InputValue | null, kind: EditKind) =>
      store
        .getState()
        .dispatch(
          { type: 'step/set-input', id: stepId, input: key, value: next },
          kind === 'typing' ? { mergeKey: burst.mergeKey() } : {},
        ),
    [store, stepId, key, burst],
  )
  return (
    <InputField
      spec={spec}
      value={value}
      onChange={onChange}
      scope={scope}
      isReadOnly={isReadOnly}
      onBlur={burst.end}
      loadChoices={loadChoices}
      onMakeConnection={canConnect ? openConnection : undefined}
    />
  )
}
