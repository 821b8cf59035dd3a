import 'fake-indexeddb/auto'
import type { AuthMethod } from '#domain'
import { findCredential } from '#storage'
import { OAuth2Server } from 'oauth2-mock-server'
import { afterEach } from 'vitest'
import { startServer, type TestServer } from '../test-server.ts'
import { getRequest, vaultBench, type BenchOptions } from '../vault-bench.ts'

/** What is closed after the test. */
export const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** One request to the token endpoint, as it was. */
export interface Asked {
  readonly parameters: Readonly<Record<string, string>>
  readonly authorization: string | undefined
}

/** What the token endpoint answers next, in the place of a token. */
interface Answer {
  readonly status: number
  readonly body: object
}

/**
 * oauth2-mock-server with an API behind it: the API takes the tokens of `good`. Each token that is given is called
 * `token-1`, `token-2`; each refresh token is another one, too.
 */
export async function tokenWorld(options: BenchOptions = {}) {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  closing.push(() => server.stop())
  const { port } = server.address()
  const origin = `http://127.0.0.1:${port}`
  const asked: Asked[] = []
  const answers: Answer[] = []
  const life = { seconds: 3600 }
  server.service.on('beforeResponse', (response, request) => {
    asked.push({ parameters: { ...request.body }, authorization: request.headers.authorization })
    const count = asked.length
    const next = answers.shift()
    response.statusCode = next?.status ?? 200
    response.body = next?.body ?? {
      access_token: `token-${count}`,
      token_type: 'Bearer',
      expires_in: life.seconds,
      refresh_token: `refresh-${count}`,
    }
  })
  const bad = new Set<string>()
  const api: TestServer = await startServer((request, response) => {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    response.writeHead(bad.has(token) || token === '' ? 401 : 200, { 'Content-Type': 'application/json' }).end('{}')
  })
  closing.push(api.close)
  const bench = await vaultBench(options)

  /** A connection of a grant, with what is sealed for it. */
  async function connect(
    settings: AuthMethod['settings'],
    { secrets, values = {}, clientSecret = 'shared-secret' }: ConnectOptions = {},
  ) {
    const method: Partial<AuthMethod> = {
      type: 'oauth2',
      settings: { tokenUrl: `${origin}/token`, clientId: 'the-client', ...settings },
    }
    const made = await bench.connect(api.origin, method, secrets, { values })
    if (clientSecret !== '') await enterClientSecret(made.authMethod.id, clientSecret)
    const credential = () =>
      findCredential(bench.database, { kind: 'connection', connection: made.connection.id }, { kind: 'test-runner' })
    return { ...made, credential, send: () => bench.service.send(getRequest('/'), made.ref) }
  }

  const enterClientSecret = (id: AuthMethod['id'], clientSecret: string) =>
    bench.service.saveCredential({
      owner: { kind: 'auth-method', authMethod: id },
      purpose: { kind: 'organization' },
      origins: [origin],
      fields: { clientSecret },
    })

  /** A connection whose person has consented: its token ends after `seconds`. */
  async function connected(seconds: number, parts: Readonly<Record<string, string>> = {}, clientSecret?: string) {
    const settings = { grant: 'authorization-code', authorizationUrl: `${origin}/authorize` }
    const made = await connect(settings, clientSecret === undefined ? {} : { clientSecret })
    const fields = { accessToken: 'token-0', refreshToken: 'refresh-0', ...parts }
    await bench.service.saveCredential({
      owner: { kind: 'connection', connection: made.connection.id },
      purpose: { kind: 'test-runner' },
      origins: [api.origin],
      tokenOrigin: origin,
      fields,
      expiresAt: bench.now() + seconds * 1000,
    })
    return made
  }

  const shown = () => api.seen.map(({ headers }) => (headers.authorization ?? '').replace('Bearer ', ''))
  return { ...bench, server, origin, asked, answers, life, bad, api, connect, connected, enterClientSecret, shown }
}

interface ConnectOptions {
  readonly secrets?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, string>>
  readonly clientSecret?: string
}
