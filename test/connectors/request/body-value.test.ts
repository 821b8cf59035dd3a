import { describe, expect, it } from 'vitest'
import type { ResponseBody, StepResponse } from '#domain'
import { bodyValue } from '../../../src/connectors/request/body-value.ts'

const answered = (body: ResponseBody, contentType: string, bytes = 10_000_001): StepResponse => ({
  status: 200,
  statusText: 'OK',
  headers: { 'content-type': contentType },
  body,
  bytes,
  milliseconds: 1,
  transport: 'direct',
  url: 'https://api.test/items',
})

const cutText: ResponseBody = { kind: 'text', text: '{"items": [1, 2', cut: true }

describe('the body of a response that is too large', () => {
  it.each(['application/json', 'application/problem+json; charset=utf-8', 'text/json'])(
    'item 6 %s of which only the beginning was kept is a failure that says how much there was',
    (contentType) => {
      const body = bodyValue(answered(cutText, contentType), 'auto')
      expect(body).toMatchObject({
        ok: false,
        error: { code: 'response-too-large', params: { url: 'https://api.test/items', megabytes: 10 } },
      })
    },
  )

  it('item 6 text of which only the beginning was kept is that beginning', () => {
    expect(bodyValue(answered(cutText, 'text/plain'), 'auto')).toEqual({ ok: true, value: '{"items": [1, 2' })
    expect(bodyValue(answered(cutText, 'application/json'), 'text')).toEqual({ ok: true, value: '{"items": [1, 2' })
  })
})
