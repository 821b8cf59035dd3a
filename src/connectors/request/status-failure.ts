import { shorten } from '#base'
import type { Failure, ResponseBody, StepResponse } from '#domain'
import { failureOf } from './failure-of.ts'

const OWN_CODE = new Set([401, 403, 404, 429])
/** Statuses after which the same request may succeed later: RFC 9110 and RFC 6585. */
const RETRYABLE = new Set([408, 425, 429])
const PREVIEW = 500

function previewOf(body: ResponseBody): string {
  switch (body.kind) {
    case 'json':
      return JSON.stringify(body.value)
    case 'text':
      return body.text
    case 'malformed':
      return body.preview
    case 'empty':
    case 'binary':
      return ''
  }
}

/** Seconds in `Retry-After`, when it is given as a number (RFC 9110 section 10.2.3). */
function retryAfterOf({ headers }: StepResponse): number | undefined {
  const text = headers['retry-after']
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

/**
 * The failure that a status of 400 or above means: `http-401`, `http-403`, `http-404`, `http-429`, otherwise `http-4xx`
 * or `http-5xx`. Params: `status`, `statusText`, `url`, `preview` of the body, `retryAfter` in seconds where given.
 */
export function statusFailure(response: StepResponse): Failure | undefined {
  const { status, statusText, url } = response
  if (status < 400) return undefined
  const code = OWN_CODE.has(status) ? `http-${status}` : `http-${status < 500 ? '4' : '5'}xx`
  const retryAfter = retryAfterOf(response)
  const preview = shorten(previewOf(response.body), PREVIEW)
  return failureOf(
    code,
    { status, statusText, url, preview, ...(retryAfter !== undefined && { retryAfter }) },
    { retryable: status >= 500 || RETRYABLE.has(status) },
  )
}
