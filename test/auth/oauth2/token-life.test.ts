import { describe, expect, it } from 'vitest'
import { isRenewalDue } from '../../../src/auth/oauth2/token-life.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('the life of a token', () => {
  it('V13 is renewed a minute before its end when it is long', () => {
    const life = { receivedAt: 1000, expiresAt: 1000 + HOUR }
    expect(isRenewalDue(life, life.expiresAt - MINUTE - 1)).toBe(false)
    expect(isRenewalDue(life, life.expiresAt - MINUTE)).toBe(true)
    expect(isRenewalDue(life, life.expiresAt + HOUR)).toBe(true)
  })

  it('V13 is renewed in its last tenth when it is short, and not at once', () => {
    const life = { receivedAt: 0, expiresAt: 30_000 }
    expect(isRenewalDue(life, 0)).toBe(false)
    expect(isRenewalDue(life, 26_999)).toBe(false)
    expect(isRenewalDue(life, 27_000)).toBe(true)
  })

  it('V13 is used as it is when its end is not known, or lies before it came', () => {
    expect(isRenewalDue({ receivedAt: 0, expiresAt: null }, HOUR)).toBe(false)
    expect(isRenewalDue({ receivedAt: HOUR, expiresAt: 1000 }, 2000)).toBe(true)
  })
})
