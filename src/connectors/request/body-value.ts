import { err, ok, shorten, type Json, type Result } from '#base'
import type { Failure, StepResponse } from '#domain'
import { failureOf } from './failure-of.ts'

const PREVIEW = 300

const JSON_TYPE = /^\s*(application|text)\/([\w.-]+\+)?json\b/i

/**
 * What a response's body is as a step's result: JSON as it is, text as text, nothing as null, bytes as
 * `{data, contentType}` in base64. JSON is text as it came when the request asked for that. Failures: `bad-json` and
 * `response-too-deep` (`position`, `preview`), `response-too-large` (`megabytes` that were read) for JSON of which only the
 * beginning was kept, and where JSON is expected `html-instead-of-json` and `text-instead-of-json` (`contentType`,
 * `preview`).
 */
export function bodyValue(response: StepResponse, expect: 'auto' | 'json' | 'text'): Result<Json, Failure> {
  const { body, url } = response
  const contentType = response.headers['content-type'] ?? ''
  switch (body.kind) {
    case 'empty':
      return ok(null)
    case 'json':
      return ok(expect === 'text' ? JSON.stringify(body.value) : body.value)
    case 'malformed': {
      const { text, flaw } = body
      if (expect === 'text') return ok(text)
      const code = flaw.kind === 'depth' ? 'response-too-deep' : 'bad-json'
      return err(failureOf(code, { url, position: flaw.position, preview: shorten(text, PREVIEW), contentType }))
    }
    case 'text': {
      if (body.cut && expect !== 'text' && JSON_TYPE.test(contentType)) {
        return err(failureOf('response-too-large', { url, megabytes: Math.floor(response.bytes / 1_000_000) }))
      }
      if (expect !== 'json') return ok(body.text)
      const html = /html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(body.text)
      const preview = shorten(body.text, PREVIEW)
      return err(failureOf(html ? 'html-instead-of-json' : 'text-instead-of-json', { url, contentType, preview }))
    }
    case 'binary': {
      const { data, cut } = body
      if (expect === 'json') return err(failureOf('text-instead-of-json', { url, contentType, preview: '' }))
      return ok({ data, contentType: body.contentType, ...(cut && { cut }) })
    }
  }
}
