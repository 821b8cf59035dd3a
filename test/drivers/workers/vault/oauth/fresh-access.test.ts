import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { createVaultService } from '../../../../../src/drivers/workers/vault/create-vault-service.ts'
import { startServer } from '../test-server.ts'
import { getRequest, PAGE } from '../vault-bench.ts'
import { closing, tokenWorld, type Asked } from './token-world.ts'

const HOUR = 3_600_000

const typesOf = (asked: readonly Asked[]) => asked.map(({ parameters }) => parameters['grant_type'])

describe('a token that is renewed', () => {
  it('V13 is used as long as it lasts, and renewed a minute before its end, with rotation', async () => {
    const { connected, asked, advance, shown } = await tokenWorld()
    const { send, credential } = await connected(3600)
    await send()
    advance(HOUR - 120_000)
    await send()
    expect(asked).toEqual([])
    advance(61_000)
    expect(await send()).toMatchObject({ value: { status: 200 } })
    expect(asked[0]?.parameters).toEqual({ grant_type: 'refresh_token', refresh_token: 'refresh-0' })
    advance(HOUR)
    await send()
    expect(asked[1]?.parameters).toMatchObject({ refresh_token: 'refresh-1' })
    expect(shown()).toEqual(['token-0', 'token-0', 'token-1', 'token-2'])
    expect(await credential()).toMatchObject({ fields: ['accessToken', 'refreshToken'] })
  })

  it('V13 keeps the refresh token when the answer has none', async () => {
    const { connected, asked, answers, advance } = await tokenWorld()
    const { send } = await connected(3600)
    const body = { access_token: 'next', token_type: 'bearer', expires_in: 60 }
    answers.push({ status: 200, body }, { status: 200, body })
    advance(HOUR)
    await send()
    advance(HOUR)
    await send()
    expect(asked.map(({ parameters }) => parameters['refresh_token'])).toEqual(['refresh-0', 'refresh-0'])
  })

  it('V13 is renewed once when the API refuses it early, and what the API says then counts', async () => {
    const { connected, asked, bad, shown } = await tokenWorld()
    const { send } = await connected(3600)
    bad.add('token-0')
    expect(await send()).toMatchObject({ value: { status: 200 } })
    expect(shown()).toEqual(['token-0', 'token-1'])
    bad.add('token-1').add('token-2')
    expect(await send()).toMatchObject({ value: { status: 401 } })
    expect(shown()).toEqual(['token-0', 'token-1', 'token-1', 'token-2'])
    expect(typesOf(asked)).toEqual(['refresh_token', 'refresh_token'])
  })

  it('V13 is renewed by one of many requests, in one tab and in two', async () => {
    const { connected, asked, advance, database, shown, now } = await tokenWorld()
    const { send, ref } = await connected(3600)
    const surroundings = { database, fetch: globalThis.fetch, origin: PAGE, session: null, clock: now }
    const otherTab = await createVaultService(surroundings)
    advance(2 * HOUR)
    const all = [1, 2, 3, 4].flatMap(() => [send(), otherTab.send(getRequest('/'), ref)])
    expect((await Promise.all(all)).every((result) => result.ok && result.value.status === 200)).toBe(true)
    expect(typesOf(asked)).toEqual(['refresh_token'])
    expect(new Set(shown())).toEqual(new Set(['token-1']))
  })

  it('V13 refused in many requests at once is renewed once', async () => {
    const { connected, asked, bad } = await tokenWorld()
    const { send } = await connected(3600)
    bad.add('token-0')
    const all = await Promise.all([send(), send(), send(), send()])
    expect(all.every((result) => result.ok && result.value.status === 200)).toBe(true)
    expect(asked).toHaveLength(1)
  })

  it('V13 withdrawn has to be connected again, and is not asked for over and over', async () => {
    const { connected, asked, answers, advance, api } = await tokenWorld()
    const { send, credential } = await connected(3600)
    answers.push({ status: 400, body: { error: 'invalid_grant', error_description: 'gone' } })
    advance(2 * HOUR)
    expect(await send()).toMatchObject({ error: { code: 'needs-reconnect', retryable: false } })
    expect(await credential()).toMatchObject({ lastCheck: { outcome: 'invalid-grant', status: 400 } })
    expect(await send()).toMatchObject({ error: { code: 'needs-reconnect' } })
    expect(asked).toHaveLength(1)
    expect(api.seen).toEqual([])
  })

  it('V13 withdrawn is used while it lasts, and what was learnt stays', async () => {
    const { connected, answers, advance, asked, shown } = await tokenWorld()
    const { send, credential } = await connected(3600)
    answers.push({ status: 400, body: { error: 'invalid_grant' } })
    advance(HOUR - 30_000)
    expect(await send()).toMatchObject({ value: { status: 200 } })
    expect(await send()).toMatchObject({ value: { status: 200 } })
    expect(shown()).toEqual(['token-0', 'token-0'])
    expect(asked).toHaveLength(1)
    expect(await credential()).toMatchObject({ lastCheck: { outcome: 'invalid-grant' } })
  })

  it('V13 that cannot be renewed for now is a failure to try again, not one to connect again', async () => {
    const { connected, answers, advance } = await tokenWorld()
    const { send, credential } = await connected(3600)
    answers.push({ status: 503, body: { error: 'temporarily_unavailable' } })
    advance(2 * HOUR)
    expect(await send()).toMatchObject({
      error: { code: 'token-answer-invalid', retryable: true, params: { status: 503 } },
    })
    expect((await credential())?.lastCheck).toBeNull()
    expect(await send()).toMatchObject({ value: { status: 200 } })
  })

  it('V13 is not harmed by a clock that jumps while it is renewed', async () => {
    let jump = 0
    const { connected, asked, advance, now, credential } = await (async () => {
      const made = await tokenWorld({
        fetch: async (input, init) => {
          const response = await globalThis.fetch(input, init)
          // The machine slept, or its clock was set, between question and answer.
          if (jump !== 0) made.advance(jump)
          return response
        },
      })
      const connection = await made.connected(3600)
      return { ...made, ...connection, connected: connection.send }
    })()
    for (const leap of [5 * HOUR, -5 * HOUR]) {
      advance(2 * HOUR + Math.max(0, -leap))
      jump = leap
      expect(await connected()).toMatchObject({ value: { status: 200 } })
      jump = 0
      const before = asked.length
      expect(await connected()).toMatchObject({ value: { status: 200 } })
      const ends = (await credential())?.expiresAt ?? 0
      expect(ends - now()).toBeGreaterThan(0)
      // It jumped once more with the answer of the API; at most that costs another renewal.
      expect(asked.length - before).toBeLessThanOrEqual(1)
    }
  })
})

describe('a token that is fetched', () => {
  it('V13 by client credentials comes with the first request, with scopes and parameters of the method', async () => {
    const { connect, asked, shown } = await tokenWorld()
    const { send } = await connect({
      grant: 'client-credentials',
      scopes: 'read write',
      tokenParameters: [{ name: 'audience', value: 'https://api.example.com' }],
    })
    expect(await send()).toMatchObject({ value: { status: 200 } })
    await send()
    expect(asked).toEqual([
      {
        parameters: { grant_type: 'client_credentials', scope: 'read write', audience: 'https://api.example.com' },
        authorization: `Basic ${Buffer.from('the-client:shared-secret').toString('base64')}`,
      },
    ])
    expect(shown()).toEqual(['token-1', 'token-1'])
  })

  it.each([
    ['bot', { value: { status: 200 } }],
    ['mac', { error: { code: 'token-answer-invalid' } }],
  ])('V13 of the type %s is used like a bearer’s unless it needs a key', async (type, outcome) => {
    const { connect, answers } = await tokenWorld()
    const { send } = await connect({ grant: 'client-credentials' })
    answers.push({ status: 200, body: { access_token: 'of-its-own', token_type: type } })
    expect(await send()).toMatchObject(outcome)
  })

  it('V13 by password sends the password to the token endpoint alone', async () => {
    const { connect, asked, api } = await tokenWorld()
    const password = ' : + % é 🔑 '
    const { send } = await connect(
      { grant: 'password', clientAuth: 'body' },
      { secrets: { password }, values: { username: 'ada' } },
    )
    expect(await send()).toMatchObject({ value: { status: 200 } })
    expect(asked[0]).toEqual({
      parameters: {
        grant_type: 'password',
        username: 'ada',
        password,
        client_id: 'the-client',
        client_secret: 'shared-secret',
      },
      authorization: undefined,
    })
    expect(JSON.stringify(api.seen)).not.toContain('🔑')
  })

  it('V13 by a client without a secret says who it is and nothing more', async () => {
    const { connect, asked } = await tokenWorld()
    const { send } = await connect(
      { grant: 'password' },
      { secrets: { password: 'p' }, values: { username: 'ada' }, clientSecret: '' },
    )
    await send()
    expect(asked[0]).toMatchObject({ parameters: { client_id: 'the-client' }, authorization: undefined })
  })

  it('P23 V13 is fetched anew when the client secret or the password has changed', async () => {
    const { connect, enterClientSecret, asked, enter, shown } = await tokenWorld()
    const { send, authMethod, connection } = await connect(
      { grant: 'password' },
      { secrets: { password: 'first' }, values: { username: 'ada' } },
    )
    await send()
    await enterClientSecret(authMethod.id, 'another-secret')
    await send()
    await enter(connection, { password: 'second' })
    await send()
    await send()
    expect(asked.map(({ parameters }) => parameters['password'])).toEqual(['first', 'first', 'second'])
    expect(shown()).toEqual(['token-1', 'token-2', 'token-3', 'token-3'])
  })

  it('V13 is fetched anew for another user name', async () => {
    const { connect, asked, database } = await tokenWorld()
    const { send, connection } = await connect(
      { grant: 'password' },
      { secrets: { password: 'p' }, values: { username: 'ada' } },
    )
    await send()
    await database.connections.put({ ...connection, values: { username: 'grace' } })
    await send()
    expect(asked.map(({ parameters }) => parameters['username'])).toEqual(['ada', 'grace'])
  })

  it('V13 refused for a wrong password or client leaves a trace in the status, and neither secret in what is said', async () => {
    const { connect, answers } = await tokenWorld()
    const password = await connect(
      { grant: 'password' },
      { secrets: { password: 'wrong-password' }, values: { username: 'ada' } },
    )
    const client = await connect({ grant: 'client-credentials' }, { clientSecret: 'wrong-secret' })
    answers.push(
      { status: 400, body: { error: 'invalid_grant', error_description: 'wrong-password is wrong' } },
      { status: 401, body: { error: 'invalid_client', error_description: 'wrong-secret is wrong' } },
    )
    const results = [await password.send(), await client.send()]
    expect(results).toMatchObject([
      { error: { code: 'token-refused', params: { error: 'invalid_grant' } } },
      { error: { code: 'token-refused', params: { error: 'invalid_client' } } },
    ])
    expect(JSON.stringify(results)).not.toMatch(/wrong-(password|secret)/)
    expect((await password.credential())?.lastCheck).toMatchObject({ outcome: 'invalid-grant' })
    expect((await client.credential())?.lastCheck).toMatchObject({ outcome: 'unauthorized', status: 401 })
  })

  it('V13 refused is asked with the same again only after a minute, or when a person tests it: accounts get locked', async () => {
    const { connect, answers, asked, advance, service, enter } = await tokenWorld()
    const { send, connection } = await connect(
      { grant: 'password' },
      { secrets: { password: 'wrong' }, values: { username: 'ada' } },
    )
    const refusal = { status: 400, body: { error: 'invalid_grant' } }
    answers.push(refusal, refusal, refusal)
    const refused = { error: { code: 'token-refused', params: { error: 'invalid_grant' } } }
    expect([await send(), await send(), await send()]).toMatchObject([refused, refused, refused])
    expect(asked).toHaveLength(1)
    advance(60_000)
    expect([await send(), await send()]).toMatchObject([refused, refused])
    expect(asked).toHaveLength(2)
    expect(await service.check(connection.id, null)).toMatchObject({ outcome: 'failed' })
    expect(asked).toHaveLength(3)
    await enter(connection, { password: 'right' })
    expect(await send()).toMatchObject({ value: { status: 200 } })
  })

  it('V13 falls back to fetching when its refresh token is no longer taken', async () => {
    const { connect, answers, advance, asked } = await tokenWorld()
    const { send } = await connect({ grant: 'client-credentials' })
    await send()
    advance(2 * HOUR)
    answers.push({ status: 400, body: { error: 'invalid_grant' } })
    expect(await send()).toMatchObject({ value: { status: 200 } })
    expect(typesOf(asked)).toEqual(['client_credentials', 'refresh_token', 'client_credentials'])
  })

  it('X10 does not ask with a secret that is bound elsewhere, and sends no token to a base URL that has moved', async () => {
    const { connect, service, asked, api } = await tokenWorld()
    const { send, authMethod } = await connect({ grant: 'client-credentials' })
    await service.saveCredential({
      owner: { kind: 'auth-method', authMethod: authMethod.id },
      purpose: { kind: 'organization' },
      origins: ['https://id.example.com'],
      fields: { clientSecret: 'shared-secret' },
    })
    expect(await send()).toMatchObject({ error: { code: 'client-secret-not-bound' } })
    expect([asked, api.seen]).toEqual([[], []])
  })
})

describe('a base URL that has moved', () => {
  it('X10 gets no token of the old one: without anything entered a new token is fetched for it', async () => {
    const { connect, database, shown, asked } = await tokenWorld()
    const other = await startServer((_, response) => response.writeHead(200).end('{}'))
    closing.push(other.close)
    const { send, connection, credential } = await connect({ grant: 'client-credentials' })
    await send()
    await database.connections.put({ ...connection, baseUrl: other.origin })
    expect(await send()).toMatchObject({ value: { status: 200 } })
    expect(shown()).toEqual(['token-1'])
    expect(other.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-2'])
    expect(typesOf(asked)).toEqual(['client_credentials', 'client_credentials'])
    expect(await credential()).toMatchObject({ origins: [other.origin] })
  })

  it('X10 gets neither token nor password where something was entered for the old one', async () => {
    const { connect, connected, database, asked } = await tokenWorld()
    const other = await startServer((_, response) => response.writeHead(200).end('{}'))
    closing.push(other.close)
    const entered = await connect({ grant: 'password' }, { secrets: { password: 'p' }, values: { username: 'ada' } })
    const consented = await connected(3600)
    for (const { connection, send } of [entered, consented]) {
      await database.connections.put({ ...connection, baseUrl: other.origin })
      expect(await send()).toMatchObject({ error: { code: 'credential-origin-changed' } })
    }
    expect([asked, other.seen]).toEqual([[], []])
  })
})

describe('without a consent', () => {
  it('V13 nothing is sent, and the failure says what is missing', async () => {
    const { connect, origin, api } = await tokenWorld()
    const { send } = await connect({ grant: 'authorization-code', authorizationUrl: `${origin}/authorize` })
    expect(await send()).toMatchObject({ error: { code: 'consent-missing' } })
    expect(api.seen).toEqual([])
  })

  it('V13 nothing can be renewed: the API’s own answer counts', async () => {
    const { connected, bad, asked } = await tokenWorld()
    const { send } = await connected(3600, { refreshToken: '' })
    bad.add('token-0')
    expect(await send()).toMatchObject({ value: { status: 401 } })
    expect(asked).toEqual([])
  })
})
