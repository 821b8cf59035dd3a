import 'fake-indexeddb/auto'
import { CONSENT_CHANNEL } from '#protocol'
import { findCredential } from '#storage'
import { afterEach, describe, expect, it } from 'vitest'
import { handOver } from '../../../../../src/hosts/app/callback/hand-over.ts'
import { createFormWalker } from '../../../../e2e/support/form-walker.ts'
import { startOidcProvider, type OidcOptions, type OidcProvider } from '../../../../e2e/support/oidc-provider.ts'
import { startServer } from '../test-server.ts'
import { getRequest, PAGE, vaultBench } from '../vault-bench.ts'

const CALLBACK = `${PAGE}/oauth/callback`

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function provider(options: Partial<OidcOptions> = {}): Promise<OidcProvider> {
  const started = await startOidcProvider(options)
  closing.push(started.close)
  await started.register(CALLBACK)
  return started
}

/** A connection to the provider's API that needs consent. */
async function consentBench(
  settings: Readonly<Record<string, string>> = {},
  options: Partial<OidcOptions> = {},
  fetch: typeof globalThis.fetch = globalThis.fetch,
) {
  const oidc = await provider(options)
  const bench = await vaultBench({ fetch })
  const { authorizationUrl, tokenUrl } = oidc.urls
  const method = {
    type: 'oauth2' as const,
    settings: {
      grant: 'authorization-code',
      authorizationUrl,
      tokenUrl,
      clientId: oidc.client.id,
      scopes: 'openid offline_access',
      ...settings,
    },
  }
  const made = await bench.connect(oidc.apiUrl, method)
  await bench.service.saveCredential({
    owner: { kind: 'auth-method', authMethod: made.authMethod.id },
    purpose: { kind: 'organization' },
    origins: [oidc.url],
    fields: { clientSecret: oidc.client.secret },
  })
  const begin = async () => {
    const begun = await bench.service.beginConsent(made.connection.id)
    if (!begun.ok || begun.value.kind !== 'window') throw new Error(JSON.stringify(begun))
    return begun.value
  }
  const credential = () =>
    findCredential(bench.database, { kind: 'connection', connection: made.connection.id }, { kind: 'test-runner' })
  return { oidc, ...bench, ...made, begin, credential }
}

/** What the provider's window comes back with when the person allows, or denies. */
async function answerOf(
  oidc: OidcProvider,
  { url }: { readonly url: string },
  button = 'Allow',
): Promise<URLSearchParams> {
  const walker = createFormWalker(oidc.url)
  await walker.open(url)
  const back = await walker.press(button)
  expect(back).toContain(CALLBACK)
  return new URL(back).searchParams
}

/** A second application, whose answers are handed over as another page would. */
const comesBack = async (answer: URLSearchParams | Readonly<Record<string, string>>, patience = 5000) =>
  handOver(new URLSearchParams(answer instanceof URLSearchParams ? answer : { ...answer }), patience)

/** The same for an answer that nobody waits for. */
const comesBackInVain = (answer: Parameters<typeof comesBack>[0]) => comesBack(answer, 50)

describe('the authorization code grant', () => {
  it('V13 connects with PKCE and a client secret full of signs, and seals the tokens', async () => {
    const { oidc, service, begin, credential } = await consentBench()
    const request = await begin()
    expect(new URL(request.url).searchParams.get('code_challenge_method')).toBe('S256')
    const outcome = service.consentOutcome(request.id)
    expect(await comesBack(await answerOf(oidc, request))).toEqual({ kind: 'ended', failure: null })
    expect(await outcome).toMatchObject({ value: { isRenewable: true, expiresAt: expect.any(Number) } })
    expect(oidc.grants).toEqual([{ type: 'authorization_code', error: null }])
    expect(await credential()).toMatchObject({ fields: ['accessToken', 'refreshToken'], origins: [oidc.url] })
  })

  it('V13 connects without PKCE where it is switched off, and with the secret in the body', async () => {
    const { oidc, service, begin } = await consentBench({ pkce: 'off', clientAuth: 'body' }, { bodySecret: true })
    const request = await begin()
    expect(new URL(request.url).searchParams.has('code_challenge')).toBe(false)
    await comesBack(await answerOf(oidc, request))
    expect(await service.consentOutcome(request.id)).toMatchObject({ ok: true })
  })

  it('V13 says in whose name access was denied, and that nothing came of it', async () => {
    const { oidc, service, begin, credential } = await consentBench()
    const request = await begin()
    const denied = await comesBack(await answerOf(oidc, request, 'Deny'))
    expect(denied).toMatchObject({ failure: { code: 'consent-denied', params: { host: new URL(oidc.url).host } } })
    expect(await service.consentOutcome(request.id)).toMatchObject({ error: { code: 'consent-denied' } })
    expect(await credential()).toBeUndefined()
  })

  it('V13 aborts when an answer has another state, and asks for no token', async () => {
    const { oidc, service, begin, credential } = await consentBench()
    const request = await begin()
    const answer = await answerOf(oidc, request)
    answer.set('state', 'somebody-elses')
    expect(await comesBackInVain(answer)).toEqual({ kind: 'nobody' })
    expect(await service.consentOutcome(request.id)).toMatchObject({ error: { code: 'consent-state-mismatch' } })
    // Not even the right one counts any more.
    answer.set('state', new URL(request.url).searchParams.get('state') ?? '')
    expect(await comesBack(answer)).toMatchObject({ failure: { code: 'consent-used' } })
    expect(oidc.grants).toEqual([])
    expect(await credential()).toBeUndefined()
  })

  it('V13 takes an answer once: the same state is refused when it comes again', async () => {
    const { oidc, begin } = await consentBench()
    const answer = await answerOf(oidc, await begin())
    expect(await comesBack(answer)).toMatchObject({ failure: null })
    expect(await comesBack(answer)).toMatchObject({ failure: { code: 'consent-used' } })
    expect(oidc.grants).toHaveLength(1)
  })

  it('V13 refuses the answer to a request that was given up, without harm to the one that followed', async () => {
    const { oidc, service, begin } = await consentBench()
    const [first, second] = [await begin(), await begin()]
    expect(await service.consentOutcome(first.id)).toMatchObject({ error: { code: 'consent-cancelled' } })
    expect(await comesBack(await answerOf(oidc, first))).toMatchObject({ failure: { code: 'consent-used' } })
    expect(await comesBack(await answerOf(oidc, second))).toMatchObject({ failure: null })
    expect(await service.consentOutcome(second.id)).toMatchObject({ ok: true })
    const third = await begin()
    await service.cancelConsent(third.id)
    expect(await comesBack(await answerOf(oidc, third))).toMatchObject({ failure: { code: 'consent-used' } })
  })

  it.each([
    ['another issuer', {}, 'https://evil.example', 'consent-issuer-mismatch'],
    ['no address', {}, 'evil', 'consent-issuer-mismatch'],
    ['another than the one that is named', { issuer: 'https://id.example.com' }, undefined, 'consent-issuer-mismatch'],
    ['none though one is named', { issuer: 'https://id.example.com' }, null, 'consent-issuer-missing'],
  ])('V13 refuses an answer that names %s, before a token is asked for', async (_, settings, issuer, code) => {
    const { oidc, service, begin } = await consentBench(settings)
    const request = await begin()
    const answer = await answerOf(oidc, request)
    expect(answer.get('iss')).toBe(oidc.url)
    if (issuer === null) answer.delete('iss')
    else if (issuer !== undefined) answer.set('iss', issuer)
    expect(await comesBack(answer)).toMatchObject({ failure: { code } })
    expect(await service.consentOutcome(request.id)).toMatchObject({ error: { code } })
    expect(oidc.grants).toEqual([])
  })

  it.each(['code=again', 'state=again', 'id_token=t', 'token=t', 'response=r'])(
    'V13 refuses an answer with %s beside its code, and says whose it is',
    async (more) => {
      const { oidc, service, begin } = await consentBench()
      const request = await begin()
      const state = new URL(request.url).searchParams.get('state') ?? ''
      const failure = { code: 'consent-answer-invalid', params: { host: new URL(oidc.url).host } }
      expect(await comesBack(new URLSearchParams(`code=abc&state=${state}&iss=${oidc.url}&${more}`))).toMatchObject({
        failure,
      })
      expect(await service.consentOutcome(request.id)).toMatchObject({ error: failure })
      expect(oidc.grants).toEqual([])
    },
  )

  it('X10 a provider’s window that stays open keeps nothing that was opened when the vault is locked', async () => {
    const { oidc, service, begin } = await consentBench()
    const { secret } = oidc.client
    const echo = await startServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(secret),
    )
    closing.push(echo.close)
    const tail = secret.slice(-12)
    const isKnown = async () => !JSON.stringify(await service.send(getRequest(echo.origin), null)).includes(tail)
    expect(await service.setPassphrase('correct horse battery', null)).toMatchObject({ ok: true })
    const request = await begin()
    void service.consentOutcome(request.id)
    expect(await isKnown()).toBe(true)
    await service.lock()
    expect(await isKnown()).toBe(false)
  })

  it('V13 tells what the provider says about a wrong client secret, and never the secret', async () => {
    const { oidc, service, begin, authMethod } = await consentBench()
    const owner = { kind: 'auth-method', authMethod: authMethod.id } as const
    const fields = { clientSecret: 'a-wrong-client-secret' }
    await service.saveCredential({ owner, purpose: { kind: 'organization' }, origins: [oidc.url], fields })
    const request = await begin()
    const answer = await answerOf(oidc, request)
    const code = answer.get('code') ?? ''
    expect(await comesBack(answer)).toMatchObject({
      failure: { code: 'token-refused', params: { error: 'invalid_client' } },
    })
    const outcome = await service.consentOutcome(request.id)
    expect(outcome).toMatchObject({ error: { params: { description: 'client authentication failed', status: 401 } } })
    expect(JSON.stringify(outcome)).not.toMatch(new RegExp(`a-wrong|${code}`))
  })

  it('X10 neither tokens nor secrets nor the verifier are in the database or on the channel, nor the code where it was used', async () => {
    const sent: string[] = []
    const heard: string[] = []
    const listener = new BroadcastChannel(CONSENT_CHANNEL)
    closing.push(async () => listener.close())
    listener.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))
    const { oidc, service, begin, database, connection } = await consentBench({}, {}, async (input, init) => {
      if (init?.body instanceof Uint8Array) sent.push(new TextDecoder().decode(init.body))
      const response = await globalThis.fetch(input, init)
      sent.push(await response.clone().text())
      return response
    })
    const request = await begin()
    const answer = await answerOf(oidc, request)
    await comesBack(answer)
    const outcome = await service.consentOutcome(request.id)
    const asked = new URLSearchParams(sent[0])
    const given = JSON.parse(sent[1] ?? '{}') as Readonly<Record<string, string>>
    const secrets = [
      oidc.client.secret,
      asked.get('code_verifier'),
      given['access_token'],
      given['refresh_token'],
      given['id_token'],
    ].map((secret) => String(secret))
    expect(secrets.every((secret) => secret.length > 20)).toBe(true)
    const tables = await Promise.all(database.tables.map((table) => table.toArray()))
    const stored = JSON.stringify(tables)
    expect(stored).toContain(connection.stableKey)
    expect(heard.length).toBeGreaterThanOrEqual(3)
    const said = [stored, ...heard, JSON.stringify(outcome), request.url].join('\n')
    expect(secrets.map((secret) => said.includes(secret))).toEqual([false, false, false, false, false])
    expect(stored).not.toContain(answer.get('code'))
  })

  it('V13 asks for nothing while the vault is locked, and spends no code then', async () => {
    const { oidc, service, begin, connection } = await consentBench()
    const request = await begin()
    const answer = await answerOf(oidc, request)
    expect(await service.setPassphrase('a long enough passphrase', null)).toMatchObject({ ok: true })
    await service.lock()
    expect(await comesBack(answer)).toMatchObject({ failure: { code: 'vault-locked' } })
    expect(await service.consentOutcome(request.id)).toMatchObject({ error: { code: 'vault-locked' } })
    expect(await service.beginConsent(connection.id)).toMatchObject({ error: { code: 'vault-locked' } })
    expect(oidc.grants).toEqual([])
  })

  it('V13 does not begin without what it needs, and says what that is', async () => {
    const { oidc, service, connect, connection, authMethod } = await consentBench()
    const codeOf = async (id: typeof connection.id) => {
      const begun = await service.beginConsent(id)
      return begun.ok ? 'ok' : begun.error.code
    }
    const owner = { kind: 'auth-method', authMethod: authMethod.id } as const
    const fields = { clientSecret: 'secret' }
    await service.saveCredential({ owner, purpose: { kind: 'organization' }, origins: ['https://x.example'], fields })
    expect(await codeOf(connection.id)).toBe('client-secret-not-bound')
    const { settings } = authMethod
    const insecure = { ...settings, tokenUrl: 'http://id.example.com/token' }
    const other = await connect(oidc.apiUrl, { type: 'oauth2', settings: insecure })
    expect(await codeOf(other.connection.id)).toBe('oauth-insecure-url')
    const plain = await connect(oidc.apiUrl, { type: 'bearer' })
    expect(await codeOf(plain.connection.id)).toBe('consent-not-needed')
    expect(await codeOf('conn_nowhere' as typeof connection.id)).toBe('connection-not-found')
  })

  it('V13 is nobody’s when it belongs to no request at all', async () => {
    expect(await comesBackInVain({ code: 'x', state: 'y' })).toEqual({ kind: 'nobody' })
  })
})
