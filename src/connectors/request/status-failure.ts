import { shorten } from '#base'
import { retryAfterMs, type Failure, type ResponseBody, type StepResponse } from '#domain'
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
    case 'malformed':
      return body.text
    case 'empty':
    case 'binary':
      return ''
  }
}

/**
 * The failure that a status of 400 or above means: `http-401`, `http-403`, `http-404`, `http-429`, otherwise `http-4xx`
 * or `http-5xx`. Params: `status`, `statusText`, `url`, `preview` of the body, `retryAfter` in seconds where it asks to wait.
 */
export function statusFailure(response: StepResponse): Failure | undefined {
  const { status, statusText, url } = response
  if (status < 400) return undefined
  const code = OWN_CODE.has(status) ? `http-${status}` : `http-${status < 500 ? '4' : '5'}xx`
  const asked = retryAfterMs(response.headers, response.receivedAt)
  const preview = shorten(previewOf(response.body), PREVIEW)
  return failureOf(
    code,
    { status, statusText, url, preview, ...(asked !== null && { retryAfter: Math.ceil(asked / 1000) }) },
    { retryable: status >= 500 || RETRYABLE.has(status) },
  )
}
