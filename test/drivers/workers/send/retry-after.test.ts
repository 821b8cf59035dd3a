import { describe, expect, it } from 'vitest'
import { maySendAgain, retryAfterOf } from '../../../../src/drivers/workers/send/retry-after.ts'

const NOW = Date.UTC(1994, 10, 6, 8, 49, 30)
const asked = (value: string, headers: Record<string, string> = {}, status = 429) =>
  retryAfterOf({ status, headers: { ...headers, 'retry-after': value } }, NOW)

describe('retryAfterOf', () => {
  it('Limits: Retry-After is read as seconds and as any form of an HTTP date', () => {
    expect(asked('0')).toBe(0)
    expect(asked(' 120 ')).toBe(120_000)
    expect(asked('3601')).toBe(3_601_000)
    expect(asked('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(7000)
    expect(asked('Sunday, 06-Nov-94 08:49:37 GMT')).toBe(7000)
    expect(asked('Sun Nov  6 08:49:37 1994')).toBe(7000)
    expect(asked('Sun, 06 Nov 1994 08:49:00 GMT')).toBe(0)
  })

  it('Limits: a date is measured against the clock of the API where that can be read', () => {
    expect(asked('Sun, 06 Nov 1994 08:49:37 GMT', { date: 'Sun, 06 Nov 1994 08:49:36 GMT' })).toBe(1000)
  })

  it.each(['', '-1', '1.5', 'soon', '1e3', '2099-01-01T00:00:00Z', '86401', '999999999', '99999999999'])(
    'Limits: Retry-After %j says nothing that can be honoured',
    (value) => expect(asked(value)).toBeNull(),
  )

  it('Limits: only 429 and 503 ask for it; a redirect with Retry-After does not', () => {
    expect(asked('1', {}, 503)).toBe(1000)
    expect([200, 301, 401, 500].map((status) => asked('1', {}, status))).toEqual([null, null, null, null])
    expect(retryAfterOf({ status: 429, headers: {} }, NOW)).toBeNull()
  })
})

it('Limits: any method may be sent again after 429, only idempotent ones after 503', () => {
  const methods = ['GET', 'head', 'PUT', 'DELETE', 'POST', 'PATCH']
  expect(methods.map((method) => maySendAgain(method, 429))).toEqual([true, true, true, true, true, true])
  expect(methods.map((method) => maySendAgain(method, 503))).toEqual([true, true, true, true, false, false])
})
