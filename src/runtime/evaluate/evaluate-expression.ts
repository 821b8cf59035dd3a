import { err, ok, type Json, type Result } from '#base'
import type { Failure } from '#domain'
import { expressionReferences, parseExpression } from '#expression'
import { failure, failureOfProblem } from '../failure.ts'
import { toJson, TooDeepError, TooLargeError } from '../to-json.ts'
import { compileExpression, SURROUNDINGS } from './compile-expression.ts'
import type { Evaluation } from './evaluation.ts'
import type { Scope } from './scope.ts'

/** Values that one result may hold, each counted as often as it is in it. */
const MAX_VALUES = 3_000_000

interface JsonataError {
  readonly code?: unknown
  readonly position?: unknown
  readonly token?: unknown
  readonly value?: unknown
  readonly message?: unknown
}

const GUARDS: Readonly<Record<string, string>> = {
  D1011: 'expression-too-deep',
  D1012: 'expression-timeout',
  D2014: 'expression-too-large',
  D2015: 'expression-too-large',
  'pad-too-wide': 'expression-too-large',
  'order-by-too-long': 'order-by-too-long',
}

/** What engines say when the stack is full, and when a text or list would be larger than they can make. */
const STACK_FULL = /call stack|recursion/i
const OUT_OF_ROOM = /invalid (string|array) length|out of memory|allocation/i

/** An error of an evaluation as data. `detail` is JSONata's own description, without the values it was given. */
function failureOfThrown(thrown: unknown): Failure {
  if (thrown instanceof TooLargeError) return failure('expression-too-large', { limit: thrown.limit })
  if (thrown instanceof TooDeepError) return failure('expression-too-deep')
  if (thrown instanceof Error && STACK_FULL.test(thrown.message)) return failure('expression-too-deep')
  if (thrown instanceof Error && OUT_OF_ROOM.test(thrown.message)) return failure('expression-too-large')
  const { code, position, token, value, message } = thrown as JsonataError
  const at = typeof position === 'number' ? { position } : undefined
  const guard = typeof code === 'string' ? GUARDS[code] : undefined
  if (guard !== undefined) return failure(guard, typeof value === 'number' ? { limit: value } : {}, at)
  return failure(
    'expression-failed',
    {
      reason: typeof code === 'string' ? code : 'unknown',
      ...(typeof token === 'string' && { token }),
      ...(typeof message === 'string' && { detail: message.slice(0, 300) }),
    },
    at,
  )
}

/** Whether an object is a function of JSONata, and not data that looks like one. */
function isFunction(value: object): boolean {
  const { implementation, apply } = value as { readonly implementation?: unknown; readonly apply?: unknown }
  return typeof implementation === 'function' || typeof apply === 'function'
}

/** The values an expression names, as JSONata's variables. */
function bindingsOf(source: string, scope: Scope, evaluation: Evaluation): Record<string, unknown> {
  const bindings: Record<string, unknown> = { [SURROUNDINGS]: evaluation }
  for (const { kind, id } of expressionReferences(source)) {
    bindings[id] ??= kind === 'step' ? scope.resultOf(id) : scope.variable(id)
  }
  return bindings
}

/** Says which of the expression's references had no value, or that the expression itself gave none. */
function noticeUndefined(source: string, scope: Scope, { onNotice }: Evaluation): void {
  if (!onNotice) return
  for (const { kind, id } of expressionReferences(source)) {
    const value = kind === 'step' ? scope.resultOf(id) : scope.variable(id)
    if (value !== undefined) continue
    onNotice(
      kind === 'step'
        ? failure('reference-no-result', { reference: id })
        : failure('variable-undefined', { variable: id }),
    )
    return
  }
  onNotice(failure('expression-undefined'))
}

/**
 * Evaluates JSONata within its guards. Failures: `expression-syntax` and the like (see `parseExpression`),
 * `expression-failed`, `expression-timeout`, `expression-too-deep`, `expression-too-large`, `order-by-too-long`;
 * `at.position` where known.
 */
export async function evaluateExpression(
  source: string,
  scope: Scope,
  evaluation: Evaluation,
): Promise<Result<Json | undefined, Failure>> {
  try {
    const compiled = compileExpression(source)
    const evaluated: unknown = await compiled.evaluate(undefined, bindingsOf(source, scope, evaluation))
    const value = toJson(evaluated, isFunction, MAX_VALUES)
    if (value === undefined) noticeUndefined(source, scope, evaluation)
    return ok(value)
  } catch (thrown) {
    const parsed = parseExpression(source)
    return err(parsed.ok ? failureOfThrown(thrown) : failureOfProblem(parsed.error))
  }
}
