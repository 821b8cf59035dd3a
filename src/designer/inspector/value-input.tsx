import { literal, type InputSpec, type InputValue, type StepId } from '#domain'
import type { Operation } from '#operations'
import { useWorkbenchStore } from '#workbench'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { EditKind } from '../fields/input-edit.ts'
import { InputField } from '../fields/input-field.tsx'
import type { FieldScope } from '../fields/scope/field-scope.ts'
import { useBurst } from './use-burst.ts'
import { useIsReadOnly } from './use-step.ts'

/** A value that belongs to the kind of a step (a loop's items, a stop's message), edited like any input. */
export function ValueInput(props: {
  readonly stepId: StepId
  readonly scope: FieldScope
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly type: InputSpec['type']
  readonly startsAs?: 'text' | 'value'
  readonly value: InputValue | undefined
  /** The operation that sets it. Where nothing is given, the value is null. */
  readonly set: (value: InputValue) => Operation
}) {
  const { stepId, scope, name, label, help, type, set } = props
  const store = useWorkbenchStore()
  const isReadOnly = useIsReadOnly()
  const burst = useBurst(`input:${stepId}:${name}`)
  const latest = useRef(set)
  useEffect(() => {
    latest.current = set
  })
  const onChange = useCallback(
    (next: InputValue | null, kind: EditKind) => {
      const operation = latest.current(next ?? literal(null))
      return store.getState().dispatch(operation, kind === 'typing' ? { mergeKey: burst.mergeKey() } : {})
    },
    [store, burst],
  )
  const spec = useMemo(
    (): InputSpec => ({
      key: name,
      label,
      type,
      required: true,
      repeatable: false,
      advanced: false,
      ...(help !== undefined && { help }),
    }),
    [name, label, help, type],
  )
  const value = props.value?.kind === 'literal' && props.value.value === null ? undefined : props.value
  return (
    <InputField
      spec={spec}
      value={value}
      onChange={onChange}
      scope={scope}
      isReadOnly={isReadOnly}
      onBlur={burst.end}
      {...(props.startsAs && { startsAs: props.startsAs })}
    />
  )
}
