import type { Failure } from '#domain'

/** Whether a failure is mended in the auth method: the provider refuses its secret, or that is bound to another place. */
export const isOfMethod = ({ code, params }: Failure): boolean =>
  code === 'client-secret-not-bound' || (code === 'token-refused' && params['error'] === 'invalid_client')
