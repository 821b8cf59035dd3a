import { literal } from '#domain'
import { describe, expect, it } from 'vitest'
import { secretInValue, secretLookOf } from '../../../src/designer/fields/secret-literal.ts'
import { ref, template } from '../../fixtures/doc-builder.ts'

/** Made up here; put together so that no scanner takes them for a leak. */
const stripe = ['sk', 'live', '51Habcdef12345678'].join('_')
const github = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4'].join('_')

describe('a secret typed into an input', () => {
  it.each([
    [stripe, '', 'known-key'],
    [github, '', 'known-key'],
    ['Bearer abcdef123', '', 'authorization'],
    ['Basic dXNlcjpwYXNz', '', 'authorization'],
    ['hunter2hunter2', 'Authorization', 'authorization'],
    ['abcdef1', 'X-Api-Key', 'authorization'],
    ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', '', 'random-token'],
  ])('%s for the name “%s” is a %s', (text, name, look) => {
    expect(secretLookOf(text, name)).toBe(look)
  })

  it.each([
    ['https://api.test/customers?limit=10', 'url'],
    ['application/json', 'Content-Type'],
    ['2f1c8a52-5d0e-4b41-9d8f-1f3f6d4f6c77', 'id'],
    ['this-is-a-very-long-name-of-a-resource-in-words', 'path'],
    ['', 'Authorization'],
    ['hello world, how are you today my dear friend', 'message'],
  ])('%s for the name “%s” is none', (text, name) => {
    expect(secretLookOf(text, name)).toBeNull()
  })

  it('is looked for in what was typed only, not in what is referred to', () => {
    expect(secretInValue(template('Bearer ', ref('Get', 'token')), 'Authorization')).toBe('authorization')
    expect(secretInValue(ref('Get', 'token'), 'Authorization')).toBeNull()
    expect(secretInValue(literal(5), 'Authorization')).toBeNull()
  })
})
