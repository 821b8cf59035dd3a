import { ok, type Json } from '#base'
import { builtinConnectors, type Behaviour } from '#connectors'
import { behaviourOf } from '#connectors/behaviours'
import { createDemoApi, DEMO_KEY, DEMO_KEY_HEADER } from '#demo'
import { describe, expect, it } from 'vitest'
import { connection, perform, responseOf } from '../behaviour-fixture.ts'

const demo = (action: string) => behaviourOf('demo', action)

const sentBy = async (action: string, inputs: Readonly<Record<string, Json>>) =>
  (await perform(demo(action), inputs)).sent[0]

/** Performs an action of the demo connector against the demo API itself. */
async function atDemo(action: string, inputs: Readonly<Record<string, Json>>) {
  const api = createDemoApi({ now: () => 0 })
  const behaviour = demo(action) as Behaviour
  return behaviour({
    inputs,
    connection,
    log: () => undefined,
    send: ({ method, url, query, headers, body }) => {
      const answer = api.handle({
        method,
        path: `/demo${url}`,
        query,
        headers: {
          ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
          [DEMO_KEY_HEADER.toLowerCase()]: DEMO_KEY,
          ...(body.kind === 'text' && { 'content-type': body.contentType }),
        },
        body: body.kind === 'text' ? body.text : null,
      })
      return Promise.resolve(
        ok(responseOf({ kind: 'json', value: JSON.parse(answer.body) as Json }, { status: answer.status })),
      )
    },
  })
}

describe('request templates', () => {
  it('leave out queries without a value', async () => {
    expect(await sentBy('list-customers', { page: 2, region: 'north', q: '' })).toMatchObject({
      method: 'GET',
      url: '/customers',
      query: [
        ['page', '2'],
        ['region', 'north'],
      ],
      headers: [['Accept', 'application/json']],
      body: { kind: 'none' },
    })
  })

  it('encode what goes into a path as one segment', async () => {
    expect(await sentBy('get-customer', { id: 'a/b?c' })).toMatchObject({ url: '/customers/a%2Fb%3Fc' })
  })

  it.each([{}, { id: '' }, { id: '..' }, { id: null }])('refuse %j as a part of the path', async (inputs) => {
    const { result, sent } = await perform(demo('get-customer'), inputs)
    expect(result).toMatchObject({ error: { code: 'path-input-unfit', at: { input: 'id' } } })
    expect(sent).toEqual([])
  })

  it('send inputs as the members of a JSON body, without those that have no value', async () => {
    const request = await sentBy('update-customer', { id: 1, name: 'Ada', active: false })
    expect(request?.body).toEqual({
      kind: 'text',
      text: '{"name":"Ada","active":false}',
      contentType: 'application/json',
    })
  })

  it('expect JSON', async () => {
    const page = responseOf({ kind: 'text', text: '<html>', cut: false }, { headers: { 'content-type': 'text/html' } })
    expect((await perform(demo('get-customer'), { id: 1 }, page)).result).toMatchObject({
      error: { code: 'html-instead-of-json' },
    })
  })

  it('serve connectors that are data only', async () => {
    const [spec] = builtinConnectors.find(({ key }) => key === 'demo')?.actions ?? []
    const { sent } = await perform(behaviourOf('petstore', 'list', spec), { page: 1 })
    expect(sent[0]?.url).toBe('/customers')
    expect(behaviourOf('petstore', 'list')).toBeUndefined()
  })
})

describe('the demo connector against the demo API', () => {
  const needed: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
    'list-customers': { page: 1, limit: 2, region: 'north' },
    'get-customer': { id: 1 },
    'create-customer': { name: 'Ada', email: 'ada@example.com', region: 'west' },
    'update-customer': { id: 1, plan: 'team' },
    'list-orders': { limit: 2, status: 'paid' },
    'create-order': { customerId: 1, items: [{ sku: 'A', name: 'Lamp', quantity: 1, price: 2 }] },
    'update-order': { id: 1, status: 'paid' },
    'list-tickets': { limit: 2, status: 'open' },
    'create-ticket': { customerId: 1, subject: 'Hello' },
    'update-ticket': { id: 1, status: 'solved' },
    'list-reports': {},
    'get-report': { id: 1 },
  }
  const actions = builtinConnectors.find(({ key }) => key === 'demo')?.actions ?? []

  it.each(actions.map(({ key, sample }) => [key, sample] as const))(
    '%s answers in the shape of its sample',
    async (key, sample) => {
      const inputs = needed[key]
      if (!inputs) throw new Error(`no inputs for ${key}`)
      const result = await atDemo(key, inputs)
      expect(result).toMatchObject({ ok: true })
      const value = result.ok ? result.value : null
      const first = (of: unknown): object => (Array.isArray(of) ? (of[0] as object) : (of as object))
      expect(Object.keys(first(value)).toSorted()).toEqual(Object.keys(first(sample)).toSorted())
    },
  )
})
