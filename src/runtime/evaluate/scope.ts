import type { Json, JsonPath } from '#base'
import type { VariableId } from '#domain'

/** What a loop's body sees when it refers to the loop. */
export interface LoopFrame {
  readonly currentItem: Json
  readonly index: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** The values an input may refer to. `undefined`: there is none (the step has not run, or is out of scope). */
export interface Scope {
  readonly resultOf: (step: string) => Json | undefined
  readonly variable: (variable: string) => Json | undefined
}

type Values = Readonly<Record<string, Json>>

const own = (values: Values, key: string): Json | undefined => (Object.hasOwn(values, key) ? values[key] : undefined)

/**
 * A scope over plain records, for previews: results by step id, variables by id, and for loops the frame that hides the
 * loop's result.
 */
export function createScope(
  results: Values,
  variables: Readonly<Record<VariableId, Json>> = {},
  loops: Readonly<Record<string, LoopFrame>> = {},
): Scope {
  return {
    resultOf: (step) => (Object.hasOwn(loops, step) ? { ...loops[step] } : undefined) ?? own(results, step),
    variable: (variable) => own(variables, variable),
  }
}

/** How far a path leads into a value: the value at its end, or where the way stops. */
export type Followed =
  | { readonly found: true; readonly value: Json }
  | { readonly found: false; readonly reached: JsonPath; readonly missing: string | number; readonly in: string }

/** What a value is, as a word for messages: `text`, `number`, `boolean`, `null`, `list`, `object`, `nothing`. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'string' ? 'text' : typeof value
}

/** Follows a path into a value; never looks at prototypes. */
export function followPath(value: Json, path: JsonPath): Followed {
  let current = value
  for (const [position, key] of path.entries()) {
    const holder = current as Readonly<Record<string | number, Json>> | null
    const fits = Array.isArray(current) ? typeof key === 'number' : kindOf(current) === 'object'
    if (!fits || holder === null || !Object.hasOwn(holder, key)) {
      return { found: false, reached: path.slice(0, position), missing: key, in: kindOf(current) }
    }
    current = holder[key] as Json
  }
  return { found: true, value: current }
}
