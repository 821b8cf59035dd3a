import { unfitFor } from '#domain'
import { describe, expect, it } from 'vitest'

const unfit = (accepts: 'own' | 'any' | 'webhook', connector: string, type?: 'hmac' | 'bearer') =>
  unfitFor({ accepts }, 'demo', { connector }, type && { type })

describe('V15 which connections a step can use', () => {
  it.each([
    ['own', 'demo', 'bearer', null],
    ['own', 'http', 'bearer', 'other-connector'],
    ['any', 'http', 'bearer', null],
    ['own', 'demo', 'hmac', 'only-verifies'],
    ['any', 'http', 'hmac', 'only-verifies'],
    ['webhook', 'demo', 'hmac', null],
    ['webhook', 'http', 'hmac', null],
    ['webhook', 'demo', 'bearer', 'cannot-verify'],
    // The auth method is gone: that is said elsewhere.
    ['webhook', 'demo', undefined, null],
    ['own', 'http', undefined, 'other-connector'],
  ] as const)('accepts %s, connector %s, type %s: %s', (accepts, connector, type, expected) => {
    expect(unfit(accepts, connector, type)).toBe(expected)
  })
})
