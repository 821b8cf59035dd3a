import type { Problem } from '#base'
import type { Failure } from '#domain'

/** Makes a failure that trying again will not help, unless `retryable` is said. */
export function failure(
  code: string,
  params: Failure['params'] = {},
  at: Failure['at'] = {},
  more: { readonly retryable?: boolean; readonly cause?: Failure | undefined } = {},
): Failure {
  return { code, params, retryable: more.retryable ?? false, at, ...(more.cause && { cause: more.cause }) }
}

/** A problem as a failure: a syntax error found at run time, for instance. */
export const failureOfProblem = ({ code, params, at }: Problem): Failure => failure(code, params, at)

/** The failure with more known of where it is; what it says already stays. */
export const locate = (found: Failure, at: Failure['at']): Failure => ({ ...found, at: { ...at, ...found.at } })
