import 'fake-indexeddb/auto'
import type { AuthMethod } from '#domain'
import { describe, expect, it } from 'vitest'
import { startServer } from '../test-server.ts'
import { closing, tokenWorld } from './token-world.ts'

/* What a renewal must not do: ask somebody else, spend what it cannot replace, overwrite what came meanwhile. */

const HOUR = 3_600_000

const isTokenRequest = (input: string | URL | Request): boolean =>
  new URL(input instanceof Request ? input.url : input).pathname === '/token'

describe('a token URL that has moved', () => {
  /** Another provider, which would take whatever it is given; the methods' token URL leads there. */
  async function moved(world: Awaited<ReturnType<typeof tokenWorld>>, ...methods: readonly AuthMethod[]) {
    const other = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end('{"access_token":"from-elsewhere","token_type":"bearer"}')
    })
    closing.push(other.close)
    for (const method of methods) {
      const settings = { ...method.settings, tokenUrl: `${other.origin}/token` }
      await world.database.authMethods.put({ ...method, settings })
    }
    return other
  }

  it('X10 gets neither a refresh token nor a password of the old one, with a client secret or without', async () => {
    for (const clientSecret of ['shared-secret', '']) {
      const world = await tokenWorld()
      const consented = await world.connected(3600, {}, clientSecret)
      const secrets = { password: 'the-password' }
      const entered = await world.connect({ grant: 'password' }, { secrets, values: { username: 'ada' }, clientSecret })
      await entered.send()
      const other = await moved(world, consented.authMethod, entered.authMethod)
      world.advance(2 * HOUR)
      const code = clientSecret === '' ? 'credential-token-origin' : 'client-secret-not-bound'
      expect(await consented.send()).toMatchObject({ error: { code, params: { origin: other.origin } } })
      expect(await entered.send()).toMatchObject({ error: { code } })
      expect(other.seen).toEqual([])
    }
  })

  it('X10 is asked once what it needs was entered for it; a token that lasts goes to the API as before', async () => {
    const world = await tokenWorld()
    const consented = await world.connected(3600, {}, '')
    const secrets = { password: 'the-password' }
    const parts = { secrets, values: { username: 'ada' }, clientSecret: '' }
    const entered = await world.connect({ grant: 'password' }, parts)
    const other = await moved(world, consented.authMethod, entered.authMethod)
    expect(await consented.send()).toMatchObject({ value: { status: 200 } })
    await world.enter(entered.connection, { password: 'for-the-new-one' })
    expect(await entered.send()).toMatchObject({ value: { status: 200 } })
    expect(other.seen.map(({ url }) => url)).toEqual(['/token'])
    expect(await entered.credential()).toMatchObject({ tokenOrigin: other.origin })
  })
})

describe('a token that could not be kept', () => {
  it('V13 is not asked for while a newer Patchbay has the database: the refresh token would be spent', async () => {
    const { connected, asked, advance, database } = await tokenWorld()
    const { send } = await connected(3600)
    Object.assign(database, { readOnly: true })
    advance(HOUR - 30_000)
    expect(await send()).toMatchObject({ value: { status: 200 } })
    advance(HOUR)
    expect(await send()).toMatchObject({ error: { code: 'database-too-new' } })
    expect(asked).toEqual([])
  })

  it('V13 is dropped when the person has connected anew meanwhile, or deleted the connection', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined
    const world = await tokenWorld({
      fetch: async (input, init) => {
        const response = await globalThis.fetch(input, init)
        if (isTokenRequest(input)) await meanwhile?.()
        return response
      },
    })
    const { connected, advance, shown, enter, database, service } = world
    const { send, connection, credential } = await connected(3600)
    advance(2 * HOUR)
    meanwhile = () => enter(connection, { accessToken: 'connected-anew', refreshToken: 'another' })
    expect(await send()).toMatchObject({ value: { status: 200 } })
    expect(shown()).toEqual(['connected-anew'])
    const gone = await connected(3600)
    meanwhile = async () => {
      await service.deleteCredential({ kind: 'connection', connection: gone.connection.id }, { kind: 'test-runner' })
      await database.connections.delete(gone.connection.id)
    }
    advance(2 * HOUR)
    expect(await gone.send()).toMatchObject({ error: { code: 'connection-not-found' } })
    expect(await gone.credential()).toBeUndefined()
    expect(await credential()).toMatchObject({ revision: 2 })
  })
})
