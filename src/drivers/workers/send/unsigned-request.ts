import { headerProblem, type AuthRequest } from '#auth'
import { err, fromBase64, ok, type Result } from '#base'
import type { Failure, RequestBody, StepRequest } from '#domain'
import { failureOfProblem, sendFailure } from './send-failure.ts'

const METHOD = /^[A-Z]{1,20}$/

function bytesOf(body: RequestBody): Uint8Array<ArrayBuffer> | null {
  if (body.kind === 'none') return null
  return body.kind === 'text' ? new TextEncoder().encode(body.text) : fromBase64(body.data)
}

function headersOf({ headers, body }: StepRequest): AuthRequest['headers'] {
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type')
  return body.kind === 'none' || isTyped ? headers : [...headers, ['Content-Type', body.contentType]]
}

/**
 * A step's request as it will be signed. Refuses what must never be sent, whoever made it: `header-newline`,
 * `header-name`, `header-characters`, `method-invalid`, `body-not-allowed`.
 */
export function unsignedRequest(request: StepRequest, url: URL): Result<AuthRequest, Failure> {
  const method = request.method.toUpperCase()
  if (!METHOD.test(method)) return err(sendFailure('method-invalid', { method: method.slice(0, 20) }))
  if (request.body.kind !== 'none' && (method === 'GET' || method === 'HEAD')) {
    return err(sendFailure('body-not-allowed', { method }))
  }
  const headers = headersOf(request)
  const wrong = headers.map(([name, value]) => headerProblem(name, value)).find((found) => found !== undefined)
  if (wrong) return err(failureOfProblem(wrong))
  return ok({ method, url: url.href, headers, body: bytesOf(request.body) })
}
