import type { Json } from '#base'
import type { Scope } from '../evaluate/scope.ts'

/** The scope of a sequence under way: sees its own steps' results so far, and what stands around it; never a sibling arm. */
export interface RunScope extends Scope {
  readonly set: (step: string, result: Json) => void
}

/** The scope of a flow. */
export function createRunScope(variables: ReadonlyMap<string, Json>): RunScope {
  const results = new Map<string, Json>()
  return {
    resultOf: (step) => results.get(step),
    variable: (variable) => variables.get(variable),
    set: (step, result) => void results.set(step, result),
  }
}

/** The scope of an arm, body or lane inside another. */
export function createInnerScope(outer: RunScope): RunScope {
  const results = new Map<string, Json>()
  return {
    // A result of null is one: it does not let an outer step's shine through.
    resultOf: (step) => (results.has(step) ? results.get(step) : outer.resultOf(step)),
    variable: outer.variable,
    set: (step, result) => void results.set(step, result),
  }
}
