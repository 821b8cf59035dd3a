/**
 * Something that is wrong, as plain data: it crosses `postMessage`, is stored, and is turned into a sentence by `texts/`
 * only when a person is shown it. `params` never holds a secret.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code
  readonly params: Readonly<Record<string, string | number>>
  /** Where it is: `{ step: 'step_…', input: 'url' }`, `{ path: 'flows.flow_1.body.0' }`, `{ position: 12 }`. */
  readonly at: Readonly<Record<string, string | number>>
}

/** Makes a problem; `params` and `at` may be left out. */
export function problem<Code extends string>(
  code: Code,
  params: Problem['params'] = {},
  at: Problem['at'] = {},
): Problem<Code> {
  return { code, params, at }
}
