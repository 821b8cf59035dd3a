import { signWebhook, verifyWebhook } from '#auth'
import { sign as octokitSign, verify as octokitVerify } from '@octokit/webhooks-methods'
import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { Stripe } from 'stripe'
import { describe, expect, it } from 'vitest'

type Headers = readonly (readonly [string, string])[]

const stripe = new Stripe('sk_test')
const encoder = new TextEncoder()
const bytesOf = (text: string) => encoder.encode(text)
/** The other implementations read the clock of the machine. */
const NOW = Math.floor(Date.now() / 1000)
const at = (seconds: number, id = 'msg_1') => ({ clock: () => seconds * 1000 + 500, nonce: () => id })
const SECRET = "It's a Secret to Everybody"
const KEY = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const WHSEC = `whsec_${KEY}`

const verify = (
  settings: object,
  secrets: object,
  headers: Headers,
  body: string | Uint8Array<ArrayBuffer>,
  now = NOW,
) => verifyWebhook(settings, secrets, { headers, body: typeof body === 'string' ? bytesOf(body) : body }, at(now))

async function signed(settings: object, webhookSecret: string, body: string | Uint8Array<ArrayBuffer>, id?: string) {
  const bytes = typeof body === 'string' ? bytesOf(body) : body
  const headers = await signWebhook(settings, { webhookSecret }, bytes, at(NOW, id))
  if (!headers.ok) throw new Error(JSON.stringify(headers.error))
  return headers.value
}
const valueOf = (headers: Headers, name: string): string => headers.find(([other]) => other === name)?.[1] ?? ''

const accepted = { ok: true, value: undefined }
const refused = (code: string, params = {}) => ({ ok: false, error: { code, params } })
const hmac = (secret: string | Uint8Array, body: string, as: 'hex' | 'base64') =>
  createHmac('sha256', secret).update(body).digest(as)

const github = { preset: 'github' }
const text = fc.string({ unit: 'grapheme' })
const filled = fc.string({ unit: 'grapheme', minLength: 1 })

describe('webhooks as vendors sign them', () => {
  it('V15 verifies the example of GitHub', async () => {
    const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
    const headers = [['X-Hub-Signature-256', signature]] as const
    expect(await verify(github, { webhookSecret: SECRET }, headers, 'Hello, World!')).toEqual(accepted)
    expect(await signed(github, SECRET, 'Hello, World!')).toEqual([['x-hub-signature-256', signature]])
  })

  it('V15 is HMAC-SHA256 as RFC 4231 section 4.3 has it', async () => {
    const settings = { preset: 'custom', signatureHeader: 'X-Signature' }
    const signature = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    const headers = [['x-signature', signature]] as const
    expect(await verify(settings, { webhookSecret: 'Jefe' }, headers, 'what do ya want for nothing?')).toEqual(accepted)
  })

  it('V15 agrees with the package of GitHub, both ways', async () => {
    await fc.assert(
      fc.asyncProperty(filled, filled, async (secret, body) => {
        const theirs = [['X-Hub-Signature-256', await octokitSign(secret, body)]] as const
        expect(await verify(github, { webhookSecret: secret }, theirs, body)).toEqual(accepted)
        const ours = valueOf(await signed(github, secret, body), 'x-hub-signature-256')
        expect(await octokitVerify(secret, body, ours)).toBe(true)
      }),
    )
  })

  it('V15 agrees with the package of Stripe, both ways', async () => {
    await fc.assert(
      fc.asyncProperty(filled, text, async (secret, payload) => {
        const header = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: NOW })
        const theirs = [['Stripe-Signature', header]] as const
        expect(await verify({ preset: 'stripe' }, { webhookSecret: secret }, theirs, payload)).toEqual(accepted)
        const body = JSON.stringify({ payload })
        const ours = valueOf(await signed({ preset: 'stripe' }, secret, body), 'stripe-signature')
        expect(stripe.webhooks.constructEvent(body, ours, secret)).toEqual({ payload })
      }),
    )
  })

  it('V15 agrees with the package of Standard Webhooks, both ways', async () => {
    const settings = { preset: 'standard-webhooks' }
    const ids = fc.string({ unit: fc.constantFrom('m', 's', 'g', '_', '1', '.', '-'), minLength: 1 })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), ids, text, async (key, id, payload) => {
        const secret = `whsec_${Buffer.from(key).toString('base64')}`
        const standard = new Webhook(secret)
        const theirs = [
          ['Webhook-Id', id],
          ['Webhook-Timestamp', String(NOW)],
          ['Webhook-Signature', standard.sign(id, new Date(NOW * 1000), payload)],
        ] as const
        expect(await verify(settings, { webhookSecret: secret }, theirs, payload)).toEqual(accepted)
        const ours = Object.fromEntries(await signed(settings, secret.slice('whsec_'.length), payload, id))
        expect(() => standard.verify(payload, ours, { jsonParse: false })).not.toThrow()
      }),
    )
  })

  it('V15 agrees with a second implementation of Slack and of Shopify, both ways', async () => {
    await fc.assert(
      fc.asyncProperty(filled, text, async (secret, body) => {
        const slack = `v0=${hmac(secret, `v0:${NOW}:${body}`, 'hex')}`
        const slackHeaders = [
          ['x-slack-request-timestamp', String(NOW)],
          ['x-slack-signature', slack],
        ] as const
        expect(await verify({ preset: 'slack' }, { webhookSecret: secret }, slackHeaders, body)).toEqual(accepted)
        expect(await signed({ preset: 'slack' }, secret, body)).toEqual(slackHeaders)
        const shopify = [['x-shopify-hmac-sha256', hmac(secret, body, 'base64')]] as const
        expect(await verify({ preset: 'shopify' }, { webhookSecret: secret }, shopify, body)).toEqual(accepted)
        expect(await signed({ preset: 'shopify' }, secret, body)).toEqual(shopify)
      }),
    )
  })

  it.each([
    ['SHA-1', 'sha1', 'hex'],
    ['SHA-384', 'sha384', 'base64'],
    ['SHA-512', 'sha512', 'base64url'],
  ] as const)('V15 verifies what another sender says of itself: %s', async (algorithm, hash, encoding) => {
    const settings = {
      preset: 'custom',
      algorithm,
      encoding,
      signatureHeader: 'X-Sig',
      prefix: 'sig:',
      separator: ';',
      signedContent: '${id}|${timestamp}|${body}|${body}',
      timestampHeader: 'X-Time',
      idHeader: 'X-Id',
    }
    for (const [secretEncoding, secret] of [
      ['text', 'sécret'],
      ['hex', Buffer.from('sécret').toString('hex')],
      ['base64', Buffer.from('sécret').toString('base64')],
      ['base64', Buffer.from('sécret').toString('base64url')],
    ] as const) {
      const signature = createHmac(hash, 'sécret').update(`7|${NOW}|{}|{}`).digest(encoding)
      const headers = [
        ['x-sig', `sig:other; sig:${signature}`],
        ['x-time', String(NOW)],
        ['x-id', '7'],
      ] as const
      expect(await verify({ ...settings, secretEncoding }, { webhookSecret: secret }, headers, '{}')).toEqual(accepted)
    }
  })

  it('V15 takes hexadecimal in capitals and base64url with padding, which are the same bytes', async () => {
    const headers = [['x-hub-signature-256', `sha256=${hmac(SECRET, 'a', 'hex').toUpperCase()}`]] as const
    expect(await verify(github, { webhookSecret: SECRET }, headers, 'a')).toEqual(accepted)
    const settings = { preset: 'custom', signatureHeader: 'x-sig', encoding: 'base64url' }
    const [[name, value] = ['', '']] = await signed(settings, SECRET, 'a')
    expect(await verify(settings, { webhookSecret: SECRET }, [[name, `${value}=`]], 'a')).toEqual(accepted)
  })

  it('V15 verifies the bytes as they came, also when they are no text', async () => {
    const body = new Uint8Array([0, 255, 128, 10, 13])
    expect(await verify(github, { webhookSecret: SECRET }, await signed(github, SECRET, body), body)).toEqual(accepted)
    const changed = new Uint8Array([0, 254, 128, 10, 13])
    expect((await verify(github, { webhookSecret: SECRET }, await signed(github, SECRET, body), changed)).ok).toBe(
      false,
    )
  })
})

const PRESETS = ['github', 'stripe', 'slack', 'shopify', 'standard-webhooks'] as const

describe('webhooks that were tampered with', () => {
  it.each(PRESETS)('V15 %s: another byte anywhere is refused', async (preset) => {
    const body = bytesOf('{"total":100,"to":"Ada"}')
    const secrets = { webhookSecret: WHSEC }
    const headers = await signed({ preset }, WHSEC, body)
    expect(await verify({ preset }, secrets, headers, body)).toEqual(accepted)
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, position, difference) => {
        const place = which % (headers.length + 1)
        const changedBody = body.slice()
        const index = position % (place === headers.length ? body.length : (headers[place]?.[1].length ?? 1))
        changedBody[index % body.length] = (body[index % body.length] ?? 0) ^ difference
        const [name = '', value = ''] = headers[place] ?? []
        const sign = String.fromCharCode(value.charCodeAt(index) ^ difference)
        const changed = `${value.slice(0, index)}${sign}${value.slice(index + 1)}`
        // The same in capitals or with a blank at its end is the same.
        fc.pre(place === headers.length || changed.trim().toLowerCase() !== value.toLowerCase())
        const result =
          place === headers.length
            ? await verify({ preset }, secrets, headers, changedBody)
            : await verify({ preset }, secrets, headers.with(place, [name, changed]), body)
        expect(result.ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it.each(PRESETS)('V15 %s: less and more of the body is refused, and another secret', async (preset) => {
    const headers = await signed({ preset }, WHSEC, '{"a":1}')
    for (const body of ['', '{"a":1', '{"a":1}\n', '{"a": 1}']) {
      expect((await verify({ preset }, { webhookSecret: WHSEC }, headers, body)).ok).toBe(false)
    }
    const other = { webhookSecret: `whsec_${Buffer.from('another').toString('base64')}` }
    const mismatch = { ok: false, error: { code: 'webhook-signature-mismatch' } }
    expect(await verify({ preset }, other, headers, '{"a":1}')).toMatchObject(mismatch)
  })

  it('V15 an id that looks like a place of the content stays an id', async () => {
    const settings = { preset: 'standard-webhooks' }
    const mine = await signed(settings, WHSEC, 'body', 'body')
    expect(await verify(settings, { webhookSecret: WHSEC }, mine, 'body')).toEqual(accepted)
    const forged = mine.with(0, ['webhook-id', '${body}'])
    expect((await verify(settings, { webhookSecret: WHSEC }, forged, 'body')).ok).toBe(false)
  })
})

describe('what a webhook has to have', () => {
  const secrets = { webhookSecret: WHSEC }
  const standard = { preset: 'standard-webhooks' }

  it('V15 takes the previous secret while secrets are rotated, and no other', async () => {
    const both = { webhookSecret: 'new', previousSecret: 'old' }
    expect(await verify(github, both, await signed(github, 'new', 'a'), 'a')).toEqual(accepted)
    expect(await verify(github, both, await signed(github, 'old', 'a'), 'a')).toEqual(accepted)
    expect((await verify(github, both, await signed(github, 'older', 'a'), 'a')).ok).toBe(false)
    expect((await verify(github, { webhookSecret: 'new' }, await signed(github, 'old', 'a'), 'a')).ok).toBe(false)
  })

  it.each(['stripe', 'standard-webhooks'] as const)('V15 %s: any of several signatures is enough', async (preset) => {
    const own = await signed({ preset }, WHSEC, 'a')
    const [name = '', value = ''] = own.at(-1) ?? []
    const [separator, bad] = preset === 'stripe' ? [',', ',v0=00,v1=00,v1=11'] : [' ', ' v1a,AAAA v1,AAAA']
    const asFirst = [...own.slice(0, -1), [name, `${value}${bad}`] as const]
    expect(await verify({ preset }, secrets, asFirst, 'a')).toEqual(accepted)
    const turned = `${value}${bad}`.split(separator).toReversed().join(separator)
    expect(await verify({ preset }, secrets, [...own.slice(0, -1), [name, turned]], 'a')).toEqual(accepted)
    const other = await signed({ preset }, WHSEC, 'b')
    const both = `${valueOf(other, name)}${separator}${value.replace(/^t=\d+,/, '')}`
    expect(await verify({ preset }, secrets, [...own.slice(0, -1), [name, both]], 'a')).toEqual(accepted)
  })

  it.each(['stripe', 'slack', 'standard-webhooks'] as const)(
    'V15 %s: five minutes off, and not a second more',
    async (preset) => {
      const headers = await signed({ preset }, WHSEC, 'a')
      for (const offset of [-300, 0, 300])
        expect(await verify({ preset }, secrets, headers, 'a', NOW + offset)).toEqual(accepted)
      const old = refused('webhook-too-old', { seconds: 301, tolerance: 300 })
      expect(await verify({ preset }, secrets, headers, 'a', NOW + 301)).toMatchObject(old)
      const young = refused('webhook-too-new', { seconds: 301, tolerance: 300 })
      expect(await verify({ preset }, secrets, headers, 'a', NOW - 301)).toMatchObject(young)
      const settings = { preset, tolerance: '10' }
      expect(await verify(settings, secrets, headers, 'a', NOW + 10)).toEqual(accepted)
      expect(await verify(settings, secrets, headers, 'a', NOW + 11)).toMatchObject(refused('webhook-too-old'))
    },
  )

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('V15 wants %s, once', async (header) => {
    const headers = await signed(standard, WHSEC, 'a')
    const without = headers.filter(([name]) => name !== header)
    const empty = [...without, [header, ' ']] as const
    const twice = [...headers, [header.toUpperCase(), valueOf(headers, header)]] as const
    expect(await verify(standard, secrets, without, 'a')).toMatchObject(refused('webhook-header-missing', { header }))
    expect(await verify(standard, secrets, empty, 'a')).toMatchObject(refused('webhook-header-missing', { header }))
    expect(await verify(standard, secrets, twice, 'a')).toMatchObject(refused('webhook-header-repeated', { header }))
  })

  it.each(['', '-1', '1e9', '0x10', '12.5', 'Infinity', 'yesterday', '9'.repeat(13), `${NOW} `.repeat(2)])(
    'V15 takes no timestamp like %j',
    async (timestamp) => {
      const signature = `v1=${hmac(WHSEC, `${timestamp}.a`, 'hex')}`
      const headers = [['stripe-signature', `t=${timestamp},${signature}`]] as const
      expect(await verify({ preset: 'stripe' }, secrets, headers, 'a')).toMatchObject(
        refused('webhook-timestamp-invalid'),
      )
    },
  )

  it.each<[object, Headers, string]>([
    [{ preset: 'stripe' }, [['stripe-signature', `v1=${'0'.repeat(64)}`]], 'webhook-timestamp-missing'],
    [{ preset: 'stripe' }, [['stripe-signature', `t=${NOW}`]], 'webhook-signature-malformed'],
    [{ preset: 'stripe' }, [['stripe-signature', `t=${NOW},v1=`]], 'webhook-signature-mismatch'],
    [{ preset: 'stripe' }, [['stripe-signature', 'hello']], 'webhook-timestamp-missing'],
    [github, [['x-hub-signature-256', hmac(WHSEC, 'a', 'hex')]], 'webhook-signature-malformed'],
    [github, [['x-hub-signature-256', `sha1=${hmac(WHSEC, 'a', 'hex')}`]], 'webhook-signature-malformed'],
    [github, [['x-hub-signature-256', 'sha256=']], 'webhook-signature-mismatch'],
    [github, [['x-hub-signature-256', 'sha256=☃']], 'webhook-signature-mismatch'],
    [github, [['x-hub-signature', `sha256=${hmac(WHSEC, 'a', 'hex')}`]], 'webhook-header-missing'],
  ])('V15 with %j refuses %j', async (settings, headers, code) => {
    const result = await verify(settings, secrets, headers, 'a')
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(JSON.stringify(result)).not.toContain(KEY)
  })

  const custom = { preset: 'custom', signatureHeader: 'x-sig' }
  it.each<[object, object, string, string]>([
    [{}, secrets, 'auth-settings-invalid', 'preset'],
    [{ preset: 'github', tolerance: '0' }, secrets, 'auth-settings-invalid', 'tolerance'],
    [{ preset: 'custom' }, secrets, 'auth-settings-invalid', 'signatureHeader'],
    [{ ...custom, signedContent: 'fixed' }, secrets, 'auth-settings-invalid', 'signedContent'],
    [{ ...custom, signedContent: '${timestamp}${body}' }, secrets, 'auth-settings-invalid', 'timestampHeader'],
    [{ ...custom, timestampHeader: 'x-time' }, secrets, 'auth-settings-invalid', 'timestampHeader'],
    [{ ...custom, signedContent: '${id}${body}' }, secrets, 'auth-settings-invalid', 'idHeader'],
    [github, {}, 'auth-value-missing', 'webhookSecret'],
    [github, { webhookSecret: '' }, 'auth-value-missing', 'webhookSecret'],
    [github, { webhookSecret: 'hunter2\ud800' }, 'auth-value-invalid', 'webhookSecret'],
    [github, { webhookSecret: 'a', previousSecret: 'hunter2\ud800' }, 'auth-value-invalid', 'previousSecret'],
    [standard, { webhookSecret: 'whsec_' }, 'auth-value-invalid', 'webhookSecret'],
    [standard, { webhookSecret: 'whsec_hunter2!' }, 'auth-value-invalid', 'webhookSecret'],
    [{ ...custom, secretEncoding: 'base64' }, { webhookSecret: ' ' }, 'auth-value-invalid', 'webhookSecret'],
    [{ ...custom, secretEncoding: 'hex' }, { webhookSecret: 'abc' }, 'auth-value-invalid', 'webhookSecret'],
    [{ ...custom, secretEncoding: 'hex' }, { webhookSecret: 'hunter2' }, 'auth-value-invalid', 'webhookSecret'],
  ])('V15 names what is wrong with %j and %j', async (settings, values, code, field) => {
    const headers = ['x-hub-signature-256', 'x-sig', 'x-time', 'x-id'].map((name) => [name, 'sha256=00'] as const)
    const all = [...headers, ...(await signed(standard, WHSEC, 'a'))]
    const result = await verify(settings, values, all, 'a')
    expect(result).toMatchObject(refused(code, { field }))
    expect(JSON.stringify(result)).not.toContain('hunter2')
    expect(await signWebhook(settings, { ...values, previousSecret: '' }, bytesOf('a'), at(NOW))).toMatchObject(
      field === 'previousSecret' ? { ok: true } : refused(code, { field }),
    )
  })
})
