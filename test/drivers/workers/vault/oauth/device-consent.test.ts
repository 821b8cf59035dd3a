import 'fake-indexeddb/auto'
import { findCredential } from '#storage'
import { afterEach, describe, expect, it } from 'vitest'
import { createConsents } from '../../../../../src/drivers/workers/vault/oauth/create-consents.ts'
import { createVaultContext } from '../../../../../src/drivers/workers/vault/vault-context.ts'
import { createFormWalker } from '../../../../e2e/support/form-walker.ts'
import { startOidcProvider } from '../../../../e2e/support/oidc-provider.ts'
import { startServer } from '../test-server.ts'
import { PAGE, vaultBench } from '../vault-bench.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** Consents whose waits are over when the test says so, with a connection of the device grant. */
async function world(deviceUrl: string, tokenUrl: string, clientId: string) {
  const bench = await vaultBench()
  const { database, now } = bench
  const waits: number[] = []
  const rounds: (() => void)[] = []
  const surroundings = { database, fetch: globalThis.fetch, origin: PAGE, session: null, clock: now }
  const consents = createConsents(await createVaultContext(surroundings), (milliseconds, signal) => {
    waits.push(milliseconds)
    return new Promise((resolve) => {
      rounds.push(resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  })
  const settings = { grant: 'device', deviceUrl, tokenUrl, clientId, scopes: 'openid offline_access' }
  const made = await bench.connect('https://api.example.com', { type: 'oauth2', settings })
  const credential = () =>
    findCredential(database, { kind: 'connection', connection: made.connection.id }, { kind: 'test-runner' })
  const begin = async () => {
    const begun = await consents.beginConsent(made.connection.id)
    if (!begun.ok || begun.value.kind !== 'device') throw new Error(JSON.stringify(begun))
    return begun.value
  }
  /** Lets the next wait be over, when it has begun. */
  const pass = async () => {
    await expect.poll(() => rounds.length).toBeGreaterThan(0)
    rounds.shift()?.()
  }
  return { ...bench, consents, begin, credential, pass, waits }
}

/** A provider that answers the polls one by one, as it is told. */
async function scripted(answers: readonly (readonly [status: number, body: object])[], more: object = {}) {
  const left = [...answers]
  const server = await startServer((request, response) => {
    const isDevice = request.url === '/device'
    const code = { device_code: 'the-device-code', user_code: 'AB-CD', verification_uri: 'https://id.example.com/go' }
    const [status, body] = isDevice
      ? ([200, { ...code, expires_in: 600, ...more }] as const)
      : (left.shift() ?? ([500, {}] as const))
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  closing.push(server.close)
  const made = await world(`${server.origin}/device`, `${server.origin}/token`, 'device')
  return { server, ...made, polls: () => server.seen.filter(({ url }) => url === '/token').length }
}

const waiting = [400, { error: 'authorization_pending' }] as const
const given = [200, { access_token: 'token', token_type: 'Bearer', expires_in: 60, refresh_token: 'refresh' }] as const

describe('the device grant', () => {
  it('V13 is connected by a code that is entered at a real provider', async () => {
    const oidc = await startOidcProvider()
    closing.push(oidc.close)
    await oidc.register(`${PAGE}/oauth/callback`)
    const { begin, consents, pass, credential } = await world(
      oidc.urls.deviceUrl,
      oidc.urls.tokenUrl,
      oidc.deviceClient,
    )
    const code = await begin()
    expect(code.verificationUrl).toBe(`${oidc.url}/device`)
    await pass()
    const walker = createFormWalker(oidc.url)
    await walker.open(code.verificationUrl)
    await walker.press('Continue', { user_code: code.userCode })
    await walker.press('Continue')
    await walker.press('Allow')
    await pass()
    expect(await consents.consentOutcome(code.id)).toMatchObject({ value: { isRenewable: true } })
    expect(oidc.grants.at(-1)).toMatchObject({ error: null })
    expect(await credential()).toMatchObject({ fields: ['accessToken', 'refreshToken'] })
  })

  it('V13 waits as long as the provider says, and five seconds longer each time it is told to slow down', async () => {
    const slower = [400, { error: 'slow_down' }] as const
    const { begin, consents, pass, waits } = await scripted([waiting, slower, slower, waiting, given], { interval: 2 })
    const { id } = await begin()
    for (let polls = 0; polls < 5; polls += 1) await pass()
    expect(await consents.consentOutcome(id)).toMatchObject({ ok: true })
    expect(waits).toEqual([2000, 2000, 7000, 12_000, 12_000])
  })

  it('V13 asks less often, and goes on, while the provider has trouble', async () => {
    const { begin, consents, pass, waits } = await scripted([[503, {}], waiting, given])
    const { id } = await begin()
    for (let polls = 0; polls < 3; polls += 1) await pass()
    expect(await consents.consentOutcome(id)).toMatchObject({ ok: true })
    expect(waits).toEqual([5000, 10_000, 10_000])
  })

  it.each([
    ['access_denied', 'consent-denied'],
    ['expired_token', 'consent-expired'],
    ['invalid_client', 'token-refused'],
  ])('V13 ends when the provider says %s', async (error, code) => {
    const { begin, consents, pass, polls } = await scripted([[400, { error }]])
    const { id } = await begin()
    await pass()
    expect(await consents.consentOutcome(id)).toMatchObject({ error: { code } })
    expect(polls()).toBe(1)
  })

  it('V13 ends by itself when the code has', async () => {
    const { begin, consents, pass, advance, polls } = await scripted([waiting])
    const { id } = await begin()
    advance(601_000)
    await pass()
    expect(await consents.consentOutcome(id)).toMatchObject({ error: { code: 'consent-expired' } })
    expect(polls()).toBe(1)
  })

  it('V13 given up asks no more and keeps nothing', async () => {
    const { begin, consents, pass, polls, credential } = await scripted([waiting, given])
    const { id } = await begin()
    await pass()
    await expect.poll(polls).toBe(1)
    await consents.cancelConsent(id)
    expect(await consents.consentOutcome(id)).toMatchObject({ error: { code: 'consent-cancelled' } })
    expect(polls()).toBe(1)
    expect(await credential()).toBeUndefined()
  })

  it('V13 takes the address under the name that drafts of the standard had for it', async () => {
    const { begin } = await scripted([], { verification_uri: null, verification_url: 'https://id.example.com/draft' })
    expect(await begin()).toMatchObject({ verificationUrl: 'https://id.example.com/draft' })
  })

  it('V13 refuses an address that would not be one to open', async () => {
    const { consents, connect, server } = await scripted([], { verification_uri: 'javascript:alert(1)' })
    const settings = { grant: 'device', deviceUrl: `${server.origin}/device`, tokenUrl: server.origin, clientId: 'c' }
    const { connection } = await connect('https://api.example.com', { type: 'oauth2', settings })
    expect(await consents.beginConsent(connection.id)).toMatchObject({ error: { code: 'token-answer-invalid' } })
  })
})
