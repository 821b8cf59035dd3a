import type { Problem } from '#base'
import type { Failure } from '#domain'

/** Why nothing came back. `params` hold hosts, codes and numbers; never a secret, and no URL with its query. */
export function sendFailure(code: string, params: Failure['params'] = {}, retryable = false): Failure {
  return { code, params, retryable, at: {} }
}

/** A problem met while a request was made ready: trying again does not help. */
export const failureOfProblem = ({ code, params }: Problem): Failure => sendFailure(code, params)
