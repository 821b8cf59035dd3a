import type { Failure } from '#domain'

/** A failure of an action; the runtime adds the step. */
export function failureOf(
  code: string,
  params: Failure['params'] = {},
  more: { readonly retryable?: boolean; readonly input?: string } = {},
): Failure {
  return {
    code,
    params,
    retryable: more.retryable ?? false,
    at: more.input === undefined ? {} : { input: more.input },
  }
}
