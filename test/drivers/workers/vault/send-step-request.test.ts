import 'fake-indexeddb/auto'
import type { CredentialInfo, StableKey } from '#domain'
import { findCredential, saveAuthMethod, saveConnection } from '#storage'
import { afterEach, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from './test-server.ts'
import { getRequest, vaultBench } from './vault-bench.ts'

const servers: TestServer[] = []
async function server(...args: Parameters<typeof startServer>) {
  const started = await startServer(...args)
  servers.push(started)
  return started
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((one) => one.close()))
})

const json =
  (value: unknown, status = 200): Parameters<typeof startServer>[0] =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
  }

const apiKey = {
  type: 'api-key',
  settings: { insertIn: 'header', headerName: 'X-Key', valueTemplate: 'Key ${key}' },
} as const

describe('sending with a connection', () => {
  it('signs, and gives the parsed response', async () => {
    const api = await server(json({ id: 7 }))
    const { service, connect } = await vaultBench()
    const { ref } = await connect(`${api.origin}/v1`, apiKey, { apiKey: 'secret-4711' })
    const result = await service.send(getRequest('/orders/7', { query: [['a', '1']] }), ref)
    expect(result).toMatchObject({
      value: {
        status: 200,
        transport: 'direct',
        url: `${api.origin}/v1/orders/7`,
        body: { kind: 'json', value: { id: 7 } },
        bytes: 8,
      },
    })
    expect(api.seen[0]).toMatchObject({ url: '/v1/orders/7?a=1', headers: { 'x-key': 'Key secret-4711' } })
  })

  it('X10 shows no token it signed where the API says it back', async () => {
    const api = await server((request, response) =>
      json({ said: request.headers.authorization ?? '' })(request, response),
    )
    const { service, connect } = await vaultBench()
    const signingSecret = 'a signing secret of more than 32 bytes'
    const { ref } = await connect(api.origin, { type: 'jwt', settings: { algorithm: 'HS256' } }, { signingSecret })
    expect(await service.send(getRequest('/'), ref)).toMatchObject({
      value: { status: 200, body: { value: { said: 'Bearer [redacted]' } } },
    })
    expect(api.seen[0]?.headers.authorization).toMatch(/^Bearer ey/)
  })

  it('V14 signs one token for the requests of a while, and another one when anything changes', async () => {
    const api = await server(json({}))
    const { service, connect, enter, database, advance } = await vaultBench()
    const secretOf = (name: string) => ({ signingSecret: `a signing secret of more than 32 bytes: ${name}` })
    const method = { type: 'jwt', settings: { algorithm: 'HS256', lifetime: '120' } } as const
    const { ref, connection, authMethod } = await connect(api.origin, method, secretOf('first'))
    const other = await connect(api.origin, method, secretOf('other'))
    const tokenOf = async (by = ref) => {
      expect(await service.send(getRequest('/'), by)).toMatchObject({ value: { status: 200 } })
      return api.seen.at(-1)?.headers.authorization ?? ''
    }
    const tokens = [await tokenOf()]
    const isAnother = async (by = ref) => {
      const token = await tokenOf(by)
      expect(tokens).not.toContain(token)
      tokens.push(token)
      expect(await tokenOf(by)).toBe(token)
    }
    advance(50_000)
    expect(await tokenOf()).toBe(tokens[0])
    await isAnother(other.ref)
    expect(await tokenOf()).toBe(tokens[0])
    advance(20_000)
    await isAnother()
    advance(-200_000)
    await isAnother()
    await enter(connection, secretOf('second'))
    await isAnother()
    await saveAuthMethod(database, { ...authMethod, settings: { ...authMethod.settings, issuer: 'somebody' } })
    await isAnother()
    expect(await service.setPassphrase('correct horse battery', null)).toMatchObject({ ok: true })
    await service.lock()
    expect(await service.unlock('correct horse battery')).toMatchObject({ ok: true })
    advance(1000)
    await isAnother()
  })

  it('P23 uses changed test credentials with the next request', async () => {
    const api = await server(json({}))
    const { service, connect, enter } = await vaultBench()
    const { ref, connection } = await connect(api.origin, { type: 'bearer' }, { token: 'first-token' })
    await service.send(getRequest('/'), ref)
    await enter(connection, { token: 'second-token' })
    await service.send(getRequest('/'), ref)
    expect(api.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer first-token', 'Bearer second-token'])
  })

  it('refuses a URL outside the bound origins instead of sending it unauthenticated', async () => {
    const [api, other] = [await server(json({})), await server(json({}))]
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'bearer' }, { token: 'secret-4711' })
    const none = await connect(api.origin, { type: 'none' })
    for (const connection of [ref, none.ref]) {
      expect(await service.send(getRequest(`${other.origin}/x?q=1`), connection)).toMatchObject({
        error: { code: 'origin-not-bound', params: { origin: other.origin } },
      })
    }
    expect(other.seen).toEqual([])
  })

  it('does not follow a redirect with a secret, to wherever it leads', async () => {
    const other = await server(json({}))
    const api = await server((_, response) => {
      response.writeHead(302, { Location: `${other.origin}/stolen` }).end()
    })
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, apiKey, { apiKey: 'secret-4711' })
    expect(await service.send(getRequest('/'), ref)).toMatchObject({
      error: { code: 'blocked-or-unreachable', params: { redirects: 'refused' } },
    })
    expect(other.seen).toEqual([])
  })

  it('blanks a credential when the base URL moves to another origin', async () => {
    const [api, other] = [await server(json({})), await server(json({}))]
    const { service, connect, database, enter } = await vaultBench()
    const { ref, connection } = await connect(api.origin, { type: 'bearer' }, { token: 'secret-4711' })
    const moved = { ...connection, baseUrl: other.origin }
    await saveConnection(database, moved)
    expect(await service.send(getRequest('/'), ref)).toMatchObject({
      error: { code: 'credential-origin-changed', params: { origin: other.origin } },
    })
    expect(other.seen).toEqual([])
    await enter(moved, { token: 'secret-0815' })
    expect((await service.send(getRequest('/'), ref)).ok).toBe(true)
  })

  it('says what is missing or damaged, and sends nothing', async () => {
    const api = await server(json({}))
    const { service, connect, database } = await vaultBench()
    const missing = { connection: 'nowhere' as StableKey }
    expect(await service.send(getRequest('/'), missing)).toMatchObject({ error: { code: 'connection-not-found' } })
    const bare = await connect(api.origin, { type: 'bearer' })
    expect(await service.send(getRequest('/'), bare.ref)).toMatchObject({ error: { code: 'credential-missing' } })
    const { ref, authMethod } = await connect(api.origin, { type: 'bearer' }, { token: 'secret-4711' })
    const row = await database.credentials.toCollection().first()
    const { sealed } = row!.credential
    const ciphertext = `${sealed.ciphertext.startsWith('A') ? 'B' : 'A'}${sealed.ciphertext.slice(1)}`
    await database.credentials.put({ ...row!, credential: { ...row!.credential, sealed: { ...sealed, ciphertext } } })
    expect(await service.send(getRequest('/'), ref)).toMatchObject({
      error: { code: 'credential-damaged', params: { reason: 'tampered', connection: ref.connection } },
    })
    await database.authMethods.delete(authMethod.id)
    expect(await service.send(getRequest('/'), ref)).toMatchObject({ error: { code: 'auth-method-missing' } })
    expect(api.seen).toEqual([])
  })

  it('X10 sends nothing without a secret that was entered once and is lost, though it is not required', async () => {
    const api = await server((_, response) => response.writeHead(200).end())
    const { service, connect } = await vaultBench()
    const basic = { type: 'basic' } as const
    const never = await connect(api.origin, basic, undefined, { values: { username: 'ada' } })
    expect(await service.send(getRequest('/'), never.ref)).toMatchObject({ value: { status: 200 } })
    const lost = await connect(api.origin, basic, undefined, { values: { username: 'ada' }, secretsSet: ['password'] })
    expect(await service.send(getRequest('/'), lost.ref)).toMatchObject({ error: { code: 'credential-missing' } })
    expect(api.seen).toHaveLength(1)
  })

  it('refuses a header with a line break, wherever it comes from', async () => {
    const api = await server(json({}))
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'bearer' }, { token: 'secret\r\nX-Evil: 1' })
    const plain = await connect(api.origin, { type: 'none' })
    const split = getRequest('/', { headers: [['X-A', 'a\r\nX-Evil: 1']] })
    for (const result of [await service.send(getRequest('/'), ref), await service.send(split, plain.ref)]) {
      expect(result).toMatchObject({ error: { code: 'header-newline' } })
      expect(JSON.stringify(result)).not.toContain('Evil')
    }
    expect(api.seen).toEqual([])
  })

  it('sends a body with its type, and refuses one that the platform could not send', async () => {
    const api = await server(json({}))
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'none' })
    const body = { kind: 'text', text: '{}', contentType: 'application/json' } as const
    await service.send(getRequest('/', { method: 'POST', body }), ref)
    expect(api.seen[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } })
    expect(await service.send(getRequest('/', { body }), ref)).toMatchObject({ error: { code: 'body-not-allowed' } })
  })
})

describe('a database that is gone', () => {
  it('is a failure of the request and a problem of saving, not silence', async () => {
    const { service, connect, enter, database } = await vaultBench()
    const { ref, connection } = await connect('https://api.example.com', { type: 'bearer' })
    database.close()
    expect(await service.send(getRequest('/'), ref)).toMatchObject({ error: { code: 'vault-unavailable' } })
    expect(await enter(connection, { token: 'secret-4711' })).toMatchObject({ error: { code: 'database-closed' } })
  })
})

describe('what comes back', () => {
  it('is cut at the limit, and an endless body ends there', async () => {
    const api = await server((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' })
      const chunk = 'x'.repeat(1_000_000)
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', more)
      more()
    })
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'none' })
    const result = await service.send(getRequest('/', { timeoutMs: 20_000 }), ref)
    const text = result.ok && result.value.body.kind === 'text' ? result.value.body : undefined
    expect([text?.cut, text?.text.length]).toEqual([true, 10_000_000])
  })

  it('is JSON as the text it came as where the step asks for that', async () => {
    const text = '{"id": 12345678901234567890,  "x": 1.0}'
    const api = await server((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(text)
    })
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'none' })
    for (const by of [ref, null]) {
      const asked = await service.send(getRequest(`${api.origin}/`, { asText: true }), by)
      expect(asked).toMatchObject({ value: { body: { kind: 'text', text, cut: false } } })
      const parsed = await service.send(getRequest(`${api.origin}/`), by)
      expect(parsed.ok && parsed.value.body).toEqual({ kind: 'json', value: { id: 12345678901234567000, x: 1 } })
    }
  })

  it('Limits: says when it came, so that a date to wait for can be measured', async () => {
    const api = await server(json({}, 429))
    const { service, connect, now } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'none' })
    for (const by of [ref, null]) {
      const before = now()
      const answered = await service.send(getRequest(`${api.origin}/`), by)
      const receivedAt = answered.ok ? (answered.value.receivedAt ?? 0) : 0
      expect(receivedAt).toBeGreaterThan(before)
      expect(receivedAt).toBeLessThanOrEqual(now())
    }
  })

  it('is a timeout when nothing comes in time, also when the body stops halfway', async () => {
    const silent = await server(() => undefined)
    const halfway = await server((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' })
      response.write('half')
    })
    const { service, connect } = await vaultBench()
    for (const { origin } of [silent, halfway]) {
      const { ref } = await connect(origin, { type: 'none' })
      expect(await service.send(getRequest('/', { timeoutMs: 50 }), ref)).toMatchObject({
        error: { code: 'timeout', retryable: true, params: { seconds: 0.05 } },
      })
    }
  })

  it('says blocked or unreachable when the browser tells no cause', async () => {
    const api = await server(json({}))
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'none' })
    await api.close()
    expect(await service.send(getRequest('/?key=hidden'), ref)).toMatchObject({
      error: { code: 'blocked-or-unreachable', params: { origin: api.origin, redirects: 'followed' } },
    })
  })
})

describe('the last check of a credential', () => {
  it('follows 2xx, 401 and 403, and is not written for every request', async () => {
    let status = 200
    const api = await server((request, response) => json({}, status)(request, response))
    const { service, connect, database, advance } = await vaultBench()
    const { ref, connection } = await connect(api.origin, { type: 'bearer' }, { token: 'secret-4711' })
    const check = async () =>
      (await findCredential(database, { kind: 'connection', connection: connection.id }, { kind: 'test-runner' }))
        ?.lastCheck
    const after = async (next: number) => {
      status = next
      await service.send(getRequest('/'), ref)
      return expect.poll(check)
    }
    await (await after(200)).toMatchObject({ outcome: 'ok', status: 200 })
    const first = await check()
    await service.send(getRequest('/'), ref)
    await (await after(500)).toEqual(first)
    await (await after(401)).toMatchObject({ outcome: 'unauthorized', status: 401 })
    await (await after(403)).toMatchObject({ outcome: 'forbidden', status: 403 })
    advance(60_000)
    const before = await check()
    await (await after(403)).not.toEqual(before)
  })
})

describe('a request outside a run', () => {
  it('X10 is answered without the secret anywhere: not in status text, address, headers or body', async () => {
    const api = await server(({ headers }, response) => {
      const token = (headers.authorization ?? '').replace('Bearer ', '')
      response.writeHead(200, `for ${token}`, { 'X-Said': token, 'Content-Type': 'text/plain' }).end(token)
    })
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'bearer' }, { token: 'canary-secret-4711' })
    const answered = await service.send(getRequest('/of/canary-secret-4711'), ref)
    expect(answered).toMatchObject({ value: { status: 200 } })
    expect(JSON.stringify(answered)).not.toContain('canary-secret')
  })

  it('Limits: is told of a 429 at once, because somebody looks at the list it is for', async () => {
    const api = await server((_, response) => {
      response.writeHead(429, { 'Retry-After': '30' }).end()
    })
    const { service, connect } = await vaultBench()
    const { ref } = await connect(api.origin, { type: 'none' })
    expect(await service.send(getRequest('/'), ref)).toMatchObject({ value: { status: 429 } })
    expect(api.seen).toHaveLength(1)
  })
})

describe('saving a credential', () => {
  it('answers with what may be shown', async () => {
    const { connect, enter } = await vaultBench()
    const { connection } = await connect('https://api.example.com', { type: 'bearer' })
    const saved = await enter(connection, { token: 'secret-4711' })
    const info = saved.ok ? saved.value : ({} as CredentialInfo)
    expect(info).toMatchObject({ fields: ['token'], origins: ['https://api.example.com'], revision: 1 })
    expect(JSON.stringify(info)).not.toMatch(/secret|ciphertext/)
  })

  it.each([[], ['https://api.example.com/path?x'], ['ftp://x.example'], ['*']].map((origins) => [origins]))(
    'needs origins it can be bound to, not %j',
    async (origins) => {
      const { service, connect } = await vaultBench()
      const { connection } = await connect('https://api.example.com', { type: 'bearer' })
      const draft = {
        owner: { kind: 'connection', connection: connection.id },
        purpose: { kind: 'test-runner' },
        fields: { token: 'x' },
      } as const
      expect(await service.saveCredential({ ...draft, origins })).toMatchObject({ error: { code: 'origins-invalid' } })
    },
  )
})
