import { problem, sameJson, type Json } from '#base'
import { withStep, type Step } from '#domain'
import type { Edit } from '../edit.ts'

/** A step whose kind takes inputs by key. */
type WithInputs = Extract<Step, { inputs: unknown }>

const hasInputs = (step: Step): step is WithInputs => 'inputs' in step

/** Keys that name JavaScript's own properties; `loadDocument` refuses them too. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Sets or removes one input of a step. */
export const setInput: Edit<'step/set-input'> = {
  refusal: (doc, { id, input }) => {
    const step = doc.steps[id]
    if (!step) return problem('step-not-found', { id }, { step: id })
    if (!hasInputs(step)) return problem('step-without-inputs', { step: step.name }, { step: id })
    const isKey = input.length > 0 && input.length <= 200 && !FORBIDDEN_KEYS.has(input)
    return isKey ? undefined : problem('input-key-invalid', { input }, { step: id })
  },
  apply: (doc, { id, input, value }) => {
    const step = doc.steps[id]
    if (!step || !hasInputs(step)) return doc
    if (value === null) {
      if (!Object.hasOwn(step.inputs, input)) return doc
      const { [input]: _removed, ...inputs } = step.inputs
      return withStep(doc, { ...step, inputs })
    }
    const present = Object.hasOwn(step.inputs, input) ? step.inputs[input] : undefined
    if (sameJson(present as Json | undefined, value as unknown as Json)) return doc
    return withStep(doc, { ...step, inputs: { ...step.inputs, [input]: value } })
  },
}
