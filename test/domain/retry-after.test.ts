import { retryAfterMs } from '#domain'
import { describe, expect, it } from 'vitest'

const NOW = Date.UTC(1994, 10, 6, 8, 49, 30)
const asked = (value: string, headers: Record<string, string> = {}, now: number | undefined = NOW) =>
  retryAfterMs({ ...headers, 'retry-after': value }, now)

describe('retryAfterMs', () => {
  it('Limits: Retry-After is read as seconds and as any form of an HTTP date', () => {
    expect(asked('0')).toBe(0)
    expect(asked(' 120 ')).toBe(120_000)
    expect(asked('86400')).toBe(86_400_000)
    expect(asked('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(7000)
    expect(asked('Sunday, 06-Nov-94 08:49:37 GMT')).toBe(7000)
    expect(asked('Sun Nov  6 08:49:37 1994')).toBe(7000)
    expect(asked('Sun, 06 Nov 1994 08:49:00 GMT')).toBe(0)
  })

  it('Limits: a date is measured against the clock of the API where that can be read', () => {
    const headers = { date: 'Sun, 06 Nov 1994 08:49:36 GMT' }
    expect(asked('Sun, 06 Nov 1994 08:49:37 GMT', headers)).toBe(1000)
    expect(retryAfterMs({ ...headers, 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' }, undefined)).toBe(1000)
    expect(retryAfterMs({ 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' }, undefined)).toBeNull()
  })

  it.each(['', '-1', '1.5', 'soon', '1e3', '2099-01-01T00:00:00Z', '86401', '999999999', '99999999999'])(
    'Limits: Retry-After %j says nothing that can be honoured',
    (value) => expect(asked(value)).toBeNull(),
  )
})
