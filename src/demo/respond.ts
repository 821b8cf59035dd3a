import type { Json } from '#base'
import type { DemoResponse } from './demo-message.ts'

/** Reason phrases of RFC 9110 section 15 for the statuses the demo API uses; they title its problem documents. */
const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/** A JSON answer. */
export function jsonResponse(status: number, value: Json, headers: DemoResponse['headers'] = {}): DemoResponse {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
    delayMs: 0,
  }
}

/** An answer without a body. */
export function emptyResponse(status: number, headers: DemoResponse['headers'] = {}): DemoResponse {
  return { status, headers, body: '', delayMs: 0 }
}

/** One field that was refused: its path with dots, and why as a code. */
export interface DemoFieldError {
  readonly field: string
  readonly code: string
}

/** A problem document (RFC 9457) with a stable `code` and, for bad fields, `errors`. */
export function problemResponse(
  status: number,
  code: string,
  details: { readonly errors?: readonly DemoFieldError[]; readonly headers?: DemoResponse['headers'] } = {},
): DemoResponse {
  const errors = details.errors?.map(({ field, code: reason }) => ({ field, code: reason }))
  const value = { type: 'about:blank', title: REASONS[status] ?? `Status ${status}`, status, code }
  return jsonResponse(status, errors ? { ...value, errors } : value, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...details.headers,
  })
}

/** 405 with the methods that would do. */
export function methodNotAllowed(allowed: readonly string[]): DemoResponse {
  return problemResponse(405, 'method-not-allowed', { headers: { Allow: allowed.join(', ') } })
}
