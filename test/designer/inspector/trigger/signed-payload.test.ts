import { describe, expect, it } from 'vitest'
import {
  isTornApart,
  rawBodyOf,
  withBodyAsRaw,
  withSignature,
} from '../../../../src/designer/inspector/trigger/signed-payload.ts'

describe('V15 signing a test payload', () => {
  it.each([
    [{ rawBody: '{ "n": 1 }', body: { n: 1 } }, '{ "n": 1 }'],
    [{ rawBody: '' }, ''],
    [{ body: { n: 1 } }, '{"n":1}'],
    [{ body: 'text', rawBody: 5 }, 'text'],
    [{ query: {} }, null],
    [[1], null],
    ['text', null],
  ])('signs of %j the text %j', (payload, expected) => {
    expect(rawBodyOf(payload)).toBe(expected)
  })

  it.each([
    [{ body: { n: 1 }, rawBody: '{ "n": 1 }' }, false],
    [{ body: { n: 2 }, rawBody: '{ "n": 1 }' }, true],
    [{ body: 'text', rawBody: 'text' }, false],
    [{ rawBody: '{"n":1}' }, false],
    [{ body: { n: 1 } }, false],
  ])('tells whether %j says two things: %j', (payload, expected) => {
    expect(isTornApart(payload)).toBe(expected)
  })

  it('takes the body as it would be sent for the raw body, where there is one', () => {
    expect(withBodyAsRaw({ query: {}, body: { n: 2 }, rawBody: '{"n":1}' })).toEqual({
      query: {},
      body: { n: 2 },
      rawBody: '{"n":2}',
    })
    expect(withBodyAsRaw({ rawBody: 'kept' })).toEqual({ rawBody: 'kept' })
  })

  it('puts the new lines in the place of old ones, and keeps everything else', () => {
    const payload = { method: 'POST', headers: { 'X-Sig': 'old', Accept: '*/*' }, body: { n: 1 } }
    expect(withSignature(payload, '{"n":1}', [['x-sig', 'new']])).toEqual({
      method: 'POST',
      headers: { Accept: '*/*', 'x-sig': 'new' },
      body: { n: 1 },
      rawBody: '{"n":1}',
    })
    expect(withSignature({ body: 1 }, '1', [['x-sig', 'new']])).toMatchObject({ headers: { 'x-sig': 'new' } })
  })
})
