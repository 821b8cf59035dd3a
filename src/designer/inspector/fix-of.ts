import type { Problem } from '#base'
import type { Step } from '#domain'
import type { Operation } from '#operations'

/** A way out of a problem that needs no decision. */
export interface Fix {
  readonly label: 'removeReference' | 'removeConnection'
  readonly operation: Operation
}

/** The fix of a problem, or null where a person has to decide. */
export function fixOf({ code, at }: Problem, step: Step): Fix | null {
  const input = at['input']
  switch (code) {
    case 'reference-dangling':
    case 'reference-out-of-scope':
    case 'variable-missing': {
      if (typeof input !== 'string' || !('inputs' in step)) return null
      const value = step.inputs[input]
      // Only a reference that is the whole input: taking it out of a text or an expression is not for us to decide.
      if (value?.kind !== 'reference' && value?.kind !== 'variable') return null
      return { label: 'removeReference', operation: { type: 'step/set-input', id: step.id, input, value: null } }
    }
    case 'slot-dangling':
      return { label: 'removeConnection', operation: { type: 'step/set-slot', id: step.id, slot: null } }
    default:
      return null
  }
}
