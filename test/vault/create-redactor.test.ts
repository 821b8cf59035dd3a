import type { Json } from '#base'
import { createRedactor, REDACTED } from '#vault'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const redactorFor = (...values: readonly string[]) => createRedactor([{ values, fields: ['X-Key', 'password'] }])

const secret = fc
  .string({ unit: 'binary', minLength: 8, maxLength: 40 })
  .filter((text) => new TextDecoder().decode(new TextEncoder().encode(text)) === text)

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  'URL-encoded': encodeURIComponent,
  'URL-encoded in lower case': (text) => encodeURIComponent(text).replaceAll(/%../g, (sign) => sign.toLowerCase()),
  'JSON in a URL': (text) => encodeURIComponent(JSON.stringify(text).slice(1, -1)),
  'form-encoded': (text) => new URLSearchParams({ a: text }).toString().slice(2),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in upper case': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
}

describe('a secret', () => {
  it.each(Object.keys(ENCODINGS))('is replaced in its form %s, at any place of a text', (name) => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        const form = ENCODINGS[name]!(value)
        fc.pre(!`${before}|${REDACTED}|${after}`.includes(form))
        const shown = redactorFor(value).text(`${before}|${form}|${after}`)
        expect(shown).toContain(REDACTED)
        expect(shown.length).toBeLessThan(before.length + after.length + 2 + REDACTED.length * 4 + 1)
        expect(shown).not.toContain(form)
      }),
    )
  })

  it('is replaced inside the base64 of a longer text, wherever it begins', () => {
    const value = 'canary-0123456789-canary'
    for (const before of ['', 'a', 'ab', 'abc', 'user:']) {
      const shown = redactorFor(value).text(Buffer.from(`${before}${value}tail`).toString('base64'))
      expect(Buffer.from(shown.replace(REDACTED, ''), 'base64').toString()).not.toContain('anary-0123456789-canar')
      expect(shown).toContain(REDACTED)
    }
  })

  it('is replaced in keys, values and numbers at any depth, and keys do not merge', () => {
    const redactor = redactorFor('first-secret', 'other-secret', '1234567890')
    expect(
      redactor.json({ a: [{ 'first-secret': 1, 'other-secret': { b: 'x first-secret y' } }], n: 1_234_567_890 }),
    ).toEqual({
      a: [{ [REDACTED]: 1, [`${REDACTED} 2`]: { b: `x ${REDACTED} y` } }],
      n: REDACTED,
    })
  })

  it('that overlaps another leaves no end of either', () => {
    expect(redactorFor('abcdefgh12', 'gh12345678').text('abcdefgh12345678')).toBe(REDACTED)
  })

  it('is gone from any JSON', () => {
    fc.assert(
      fc.property(secret, fc.jsonValue(), (value, json) => {
        const redactor = redactorFor(value)
        const holder = { list: [json as Json, { [value]: [value, `a${value}b`] }] }
        expect(JSON.stringify(redactor.json(holder))).not.toContain(JSON.stringify(value).slice(1, -1))
      }),
    )
  })

  it('leaves JSON without it the same object', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const clean = { json: json as Json }
        fc.pre(!JSON.stringify(clean).includes('canary'))
        expect(redactorFor('canary-4711-secret').json(clean)).toBe(clean)
      }),
    )
  })

  it('that a cut text ends within loses its beginning too', () => {
    const redactor = redactorFor('canary-4711-secret')
    expect(redactor.text('key=canary-4711', { cut: true })).toBe(`key=${REDACTED}`)
    expect(redactor.text('key=canary-4711…', { cut: true })).toBe(`key=${REDACTED}…`)
    expect(redactor.text('key=canary-4711')).toBe('key=canary-4711')
    expect(redactor.text('key=canary-4711…')).toBe(`key=${REDACTED}…`)
    expect(redactor.text('a can', { cut: true })).toBe('a can')
  })
})

describe('a secret shorter than 8 characters', () => {
  const redactor = redactorFor('abc')

  it('is redacted by field, not by search', () => {
    expect(redactor.json({ text: 'abc abcdef', Password: 'abc', 'x-key': 'Token abc' })).toEqual({
      text: 'abc abcdef',
      Password: REDACTED,
      'x-key': REDACTED,
    })
  })

  it('is redacted in header pairs, rows and query strings', () => {
    expect(
      redactor.json([['X-Key', 'abc'], { key: 'X-KEY', value: 'abc' }, 'https://h/?a=abc&password=abc&b=1']),
    ).toEqual([['X-Key', REDACTED], { key: 'X-KEY', value: REDACTED }, `https://h/?a=abc&password=${REDACTED}&b=1`])
  })

  it('leaves a field with another value alone', () => {
    expect(redactor.json({ password: 'other' })).toEqual({ password: 'other' })
  })
})

it('a redactor of nothing changes nothing', () => {
  const value = { a: ['b', 1, null, true], ['__proto__']: 1 }
  expect(createRedactor([]).json(value)).toBe(value)
})
