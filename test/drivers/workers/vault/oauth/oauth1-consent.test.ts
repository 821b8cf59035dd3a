import 'fake-indexeddb/auto'
import { findCredential } from '#storage'
import { afterEach, describe, expect, it } from 'vitest'
import { handOver } from '../../../../../src/hosts/app/callback/hand-over.ts'
import { startOAuth1Provider } from '../../../../e2e/support/oauth1-provider.ts'
import { getRequest, PAGE, vaultBench } from '../vault-bench.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** A connection that signs with three legs. */
async function world(settings: Readonly<Record<string, string>> = {}) {
  const provider = await startOAuth1Provider()
  closing.push(provider.close)
  const bench = await vaultBench()
  const made = await bench.connect(provider.apiUrl, {
    type: 'oauth1',
    settings: {
      flow: 'three-legged',
      signatureMethod: 'HMAC-SHA1',
      consumerKey: provider.consumer.key,
      ...provider.urls,
      ...settings,
    },
  })
  const enterConsumerSecret = (origins: readonly string[], consumerSecret = provider.consumer.secret) =>
    bench.service.saveCredential({
      owner: { kind: 'auth-method', authMethod: made.authMethod.id },
      purpose: { kind: 'organization' },
      origins,
      fields: { consumerSecret },
    })
  await enterConsumerSecret([provider.url])
  const begin = () => bench.service.beginConsent(made.connection.id)
  const credential = () =>
    findCredential(bench.database, { kind: 'connection', connection: made.connection.id }, { kind: 'test-runner' })
  return { provider, ...bench, ...made, begin, credential, enterConsumerSecret }
}

/** What the provider sends the person back with. */
async function press(url: string, choice: 'yes' | 'no'): Promise<URLSearchParams> {
  const response = await fetch(`${url}&allow=${choice}`, { redirect: 'manual' })
  const back = response.headers.get('location') ?? ''
  expect(back).toContain(`${PAGE}/oauth/callback`)
  return new URL(back).searchParams
}

describe('OAuth 1.0a with three legs', () => {
  it('V14 gets a request token, consent and an access token, and signs with it', async () => {
    const { provider, begin, service, ref, credential } = await world()
    const begun = await begin()
    if (!begun.ok || begun.value.kind !== 'window') throw new Error(JSON.stringify(begun))
    const { url, id } = begun.value
    expect(await handOver(await press(url, 'yes'), 5000)).toEqual({ kind: 'ended', failure: null })
    expect(await service.consentOutcome(id)).toEqual({ ok: true, value: { expiresAt: null, isRenewable: false } })
    expect(await credential()).toMatchObject({ fields: ['oauthToken', 'tokenSecret'], origins: [provider.url] })
    const query = [['q', 'a b&c'] as const]
    expect(await service.send(getRequest('/me', { query }), ref)).toMatchObject({ value: { status: 200 } })
    expect(provider.asked).toEqual([
      { path: '/initiate', refusal: null },
      { path: '/token', refusal: null },
      { path: '/api/me', refusal: null },
    ])
  })

  it('V14 says that access was denied', async () => {
    const { begin, service, credential } = await world()
    const begun = await begin()
    const { url, id } = begun.ok && begun.value.kind === 'window' ? begun.value : { url: '', id: '' }
    expect(await handOver(await press(url, 'no'), 5000)).toMatchObject({ failure: { code: 'consent-denied' } })
    expect(await service.consentOutcome(id)).toMatchObject({ error: { code: 'consent-denied' } })
    expect(await credential()).toBeUndefined()
  })

  it('V14 takes an answer once, and only to the request it was given for', async () => {
    const { provider, begin, service } = await world()
    const begun = await begin()
    const { url, id } = begun.ok && begun.value.kind === 'window' ? begun.value : { url: '', id: '' }
    const answer = await press(url, 'yes')
    const foreign = new URLSearchParams({ oauth_token: 'another', oauth_verifier: 'x' })
    expect(await handOver(foreign, 50)).toEqual({ kind: 'nobody' })
    expect(await service.consentOutcome(id)).toMatchObject({ error: { code: 'consent-state-mismatch' } })
    expect(await handOver(answer, 5000)).toMatchObject({ failure: { code: 'consent-used' } })
    expect(provider.asked).toHaveLength(1)
  })

  it('V14 tells what a provider says about a wrong secret, and does not send one where it is not bound', async () => {
    const { provider, begin, enterConsumerSecret } = await world()
    await enterConsumerSecret([provider.url], 'a-wrong-secret')
    const refused = await begin()
    expect(refused).toMatchObject({
      error: { code: 'token-refused', params: { error: 'signature_invalid', status: 401 } },
    })
    expect(JSON.stringify(refused)).not.toContain('a-wrong-secret')
    await enterConsumerSecret(['https://photos.example.net'])
    expect(await begin()).toMatchObject({ error: { code: 'client-secret-not-bound' } })
    expect(provider.asked).toHaveLength(1)
  })

  it('X10 never sends a consumer secret in plain text to an API it was not entered for', async () => {
    const { service, ref, database, connection, authMethod } = await world({ signatureMethod: 'PLAINTEXT' })
    await service.saveCredential({
      owner: { kind: 'connection', connection: connection.id },
      purpose: { kind: 'test-runner' },
      origins: ['https://api.example.com'],
      fields: { oauthToken: 'token', tokenSecret: 'secret' },
    })
    await database.connections.put({ ...connection, baseUrl: 'https://api.example.com' })
    expect(await service.send(getRequest('/'), ref)).toMatchObject({
      error: {
        code: 'client-secret-not-bound',
        params: { method: authMethod.name, origin: 'https://api.example.com' },
      },
    })
  })

  it('V14 sends nothing before there is consent', async () => {
    const { provider, service, ref } = await world()
    expect(await service.send(getRequest('/'), ref)).toMatchObject({ error: { code: 'consent-missing' } })
    expect(provider.asked).toEqual([])
  })
})
