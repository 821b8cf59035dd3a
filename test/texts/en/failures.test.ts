import { AUTH_TYPES } from '#domain'
import { addTexts, createI18n, en, failureParams, lateFailures, textOf } from '#texts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const i18n = createI18n('en')
addTexts(i18n, { failures: lateFailures })
const { t } = i18n
const failures: Readonly<Record<string, unknown>> = { ...en.failures, ...lateFailures }

const inAuth = readdirSync('src/auth', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
const sources = [...inAuth.map((path) => join('src/auth', path)), 'src/domain/pem-problem.ts']

/** Every code a source makes a problem of, with the names of its params. */
const codes = sources.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/\b(?:problem|refuse)\(\s*'([a-z0-9-]+)'(?:,\s*\{([^}]*)\})?/g)].map(
    ([, code = '', params = '']) => ({ code, params: params.match(/\w+(?=\s*[,:}]|\s*$)/g) ?? [], path }),
  ),
)

describe('why a request could not be signed', () => {
  it('finds the codes it looks for', () => {
    const found = codes.map(({ code }) => code)
    expect(found).toEqual(expect.arrayContaining(['pem-kind', 'webhook-too-old', 'cookie-value', 'aws-region-missing']))
  })

  it.each([...new Set(codes.map(({ code }) => code))])(
    'V14 %s has a sentence for what happened, and one for the way out',
    (code) => {
      expect(failures[code]).toEqual({ what: expect.stringMatching(/\w{2}/), fix: expect.stringMatching(/\w{2}/) })
    },
  )

  it.each(codes)('V14 $code of $path says all its sentences name', ({ code, params }) => {
    const sentences = Object.values(failures[code] as Record<string, string>).join(' ')
    const named = [...sentences.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
    // `connection`, `method` and `step` are given by who shows it.
    const given = [...params, 'connection', 'method', 'step']
    expect(given).toEqual(expect.arrayContaining(named))
  })
})

describe('failureParams', () => {
  it('V14 calls a field by its name', () => {
    const params = failureParams(t, { field: 'privateKey', expected: 'RSA' })
    expect(textOf(t, 'failures.pem-kind.what', params)).toBe('The private key is not a key for RSA')
  })

  it('Limits: 429 says for how long the API wants no requests, where it said so', () => {
    const fixOf = (params: Record<string, number>) => textOf(t, 'failures.http-429.fix', failureParams(t, params))
    expect(fixOf({ status: 429 })).toBe('Wait and run again, or let the step retry (Errors tab).')
    expect(fixOf({ status: 429, retryAfter: 120 })).toBe(
      'It asks to wait 120 s: run again then, or let the step retry (Errors tab).',
    )
    expect(textOf(t, 'failures.http-429.what', failureParams(t, { retryAfter: 120 }))).toMatch(/^429 /)
    expect(textOf(t, 'checks.fixes.http-429', failureParams(t, { retryAfter: 120 }))).toBe(
      'It asks to wait 120 s: test again then.',
    )
  })

  it.each(['asked-to-wait', 'response-too-deep'])('Limits: %s has its sentences', (code) => {
    expect(failures[code]).toEqual({ what: expect.stringMatching(/\w{2}/), fix: expect.stringMatching(/\w{2}/) })
  })

  it('V14 leaves what has no name of its own', () => {
    expect(failureParams(t, { field: 'tenant' })).toEqual({ field: 'tenant' })
    expect(failureParams(t, { host: 'example.com' })).toEqual({ host: 'example.com' })
  })

  it('V14 has a name for every secret', () => {
    const secrets = AUTH_TYPES.flatMap(({ fields }) => fields.filter(({ secret }) => secret).map(({ key }) => key))
    for (const key of secrets) expect(failureParams(t, { field: key })['field']).not.toMatch(/[a-z][A-Z]/)
  })
})
