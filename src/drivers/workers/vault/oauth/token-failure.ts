import { shorten } from '#base'
import type { Failure } from '#domain'
import { createRedactor, type Secrets } from '#vault'
import { OperationProcessingError, ResponseBodyError } from 'oauth4webapi'
import { sendFailure } from '../../send/send-failure.ts'
import { redactFailure } from '../../session/redact-event.ts'
import { EndpointUnreached } from './oauth-fetch.ts'

const DESCRIPTION_LENGTH = 300

/** A text of the provider's: one line, not endless. */
export const saidText = (text: string): string => shorten(text.replaceAll(/\p{Cc}+/gu, ' ').trim(), DESCRIPTION_LENGTH)

/** A failure without what was sent: a provider may repeat a code or a password in what it says. */
export const withoutSent = (failure: Failure, sent: Secrets): Failure =>
  redactFailure(createRedactor([{ values: Object.values(sent), fields: Object.keys(sent) }]), failure)

/** Codes that decide what is done. They are words of RFC 6749 and RFC 8628, so no secret that looks alike changes them. */
const DECIDING = new Set([
  'invalid_grant',
  'invalid_client',
  'authorization_pending',
  'slow_down',
  'expired_token',
  'access_denied',
])

function refused(error: ResponseBodyError, host: string, sent: Secrets): Failure {
  const { status } = error
  const code = saidText(error.error)
  const description = saidText(error.error_description ?? '') || code
  const failure = withoutSent(
    sendFailure('token-refused', { host, error: code, description, status }, status === 429),
    sent,
  )
  return DECIDING.has(code) ? { ...failure, params: { ...failure.params, error: code } } : failure
}

function statusOf(error: OperationProcessingError): number {
  return error.cause instanceof Response ? error.cause.status : 200
}

/** Whether the library refuses what a provider said. */
export const isUnsound = (error: unknown): boolean =>
  error instanceof OperationProcessingError || (error instanceof Error && error.name === 'UnsupportedOperationError')

/**
 * Why there are no tokens: `token-refused` {host, error, description, status} when the provider says so (RFC 6749 section
 * 5.2), `token-answer-invalid` {host, status} when it says something else, or why it was not reached. `sent` is what went
 * to it and must not be repeated. Bugs are thrown on.
 */
export function tokenFailureOf(error: unknown, host: string, sent: Secrets): Failure {
  if (error instanceof EndpointUnreached) return withoutSent(error.failure, sent)
  if (error instanceof ResponseBodyError) return refused(error, host, sent)
  if (isUnsound(error)) {
    const status = error instanceof OperationProcessingError ? statusOf(error) : 200
    return sendFailure('token-answer-invalid', { host, status }, status >= 500)
  }
  throw error
}
