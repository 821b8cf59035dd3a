import { SHORTEST_PASSPHRASE as SHORTEST_OF_VAULT } from '#vault'
import { describe, expect, it } from 'vitest'
import { passphraseStrength, SHORTEST_PASSPHRASE } from '../../../src/designer/vault/passphrase-strength.ts'

describe('the strength of a passphrase', () => {
  it('X10 begins where the vault begins to take one', () => {
    expect(SHORTEST_PASSPHRASE).toBe(SHORTEST_OF_VAULT)
    expect(passphraseStrength('a1B$z9Q')).toBe('short')
    // Seven letters and an accent of its own are seven characters once they are composed.
    expect(passphraseStrength('cafe\u0301 xy')).toBe('short')
  })

  it.each([
    ['password', 'weak'],
    ['Password123!', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['1234567890123456', 'weak'],
    ['purple-goat', 'fair'],
    ['correct horse battery', 'strong'],
    ['q7$Kd!2vXz#9pL', 'strong'],
  ] as const)('X10 says of %s that it is %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength)
  })
})
