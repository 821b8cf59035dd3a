import { createDemoApi, DEMO_KEY, DEMO_KEY_HEADER, type DemoApi, type DemoRequest } from '#demo'
import { beforeEach, describe, expect, it } from 'vitest'

const NOW = Date.UTC(2026, 2, 1, 12)

let api: DemoApi
beforeEach(() => {
  api = createDemoApi({ now: () => NOW })
})

/** Sends `target` (path and query) and gives status, headers and parsed body. */
function send(method: string, target: string, more: Partial<DemoRequest> & { readonly json?: unknown } = {}) {
  const url = new URL(target, 'http://demo.test')
  const { json, ...rest } = more
  const request: DemoRequest = {
    method,
    path: url.pathname,
    query: [...url.searchParams],
    headers: json === undefined ? {} : { 'content-type': 'application/json' },
    body: json === undefined ? null : JSON.stringify(json),
    ...rest,
  }
  const response = api.handle(request)
  const isJson = /json/.test(response.headers['Content-Type'] ?? '') && response.body !== ''
  return { ...response, json: isJson && !request.path.endsWith('bad-json') ? JSON.parse(response.body) : undefined }
}

interface Row {
  readonly id: number | string
  readonly region: string
  readonly email: string
  readonly customerId: number
  readonly total: number
  readonly items: readonly { readonly price: number; readonly quantity: number }[]
}

const ada = { name: 'Ada Abel', email: 'ada@example.org' }

describe('lists', () => {
  it('gives a first page of 20 with the total and links', () => {
    const { status, headers, json } = send('GET', '/demo/orders')
    expect(status).toBe(200)
    expect(json).toHaveLength(20)
    expect(headers['X-Total-Count']).toBe('200')
    expect(headers['Link']).toBe(
      '</demo/orders?page=1&limit=20>; rel="first", </demo/orders?page=2&limit=20>; rel="next", </demo/orders?page=10&limit=20>; rel="last"',
    )
  })

  it('following rel=next visits every record exactly once', () => {
    const seen: number[] = []
    let target: string | undefined = '/demo/customers?limit=7&sort=name'
    while (target) {
      const { json, headers } = send('GET', target)
      seen.push(...json.map((record: { id: number }) => record.id))
      target = /<([^>]+)>; rel="next"/.exec(headers['Link'] ?? '')?.[1]
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
  })

  it('a page past the end is empty and still names the total', () => {
    const { json, headers } = send('GET', '/demo/tickets?page=99')
    expect(json).toEqual([])
    expect(headers['X-Total-Count']).toBe('80')
    expect(headers['Link']).toContain('page=4&limit=20>; rel="prev"')
  })

  it('filters by field equality; a repeated field means any of its values', () => {
    const statuses = (target: string) =>
      new Set(send('GET', target).json.map((order: { status: string }) => order.status))
    expect(statuses('/demo/orders?status=paid&limit=100')).toEqual(new Set(['paid']))
    expect(statuses('/demo/orders?status=paid&status=draft&limit=100')).toEqual(new Set(['paid', 'draft']))
    expect(send('GET', '/demo/customers?active=false').json.every((one: { active: boolean }) => !one.active)).toBe(true)
  })

  it('q searches every text without regard to case', () => {
    const { json } = send('GET', '/demo/tickets?q=REFUND&limit=100')
    expect(json.length).toBeGreaterThan(0)
    for (const ticket of json) expect(ticket.subject.toLowerCase()).toContain('refund')
  })

  it('sorts numbers as numbers, descending with a minus, by several fields', () => {
    const { json } = send('GET', '/demo/orders?sort=-total,id&limit=100')
    const totals = json.map((order: { total: number }) => order.total)
    expect(totals).toEqual(totals.toSorted((a: number, b: number) => b - a))
    const newest = send('GET', '/demo/orders?sort=-createdAt&limit=1').json[0]
    expect(newest.id).toBeGreaterThan(190)
  })

  it.each(['page=0', 'page=x', 'limit=101', 'limit=0', 'sort=nothing'])('refuses %s with 400', (query) => {
    const { status, json } = send('GET', `/demo/orders?${query}`)
    expect(status).toBe(400)
    expect(json).toMatchObject({ code: 'bad-query', errors: [{ field: query.split('=')[0] }] })
  })

  it('ignores query names it does not know, such as a key sent in the query', () => {
    expect(send('GET', '/demo/regions?api_key=secret').headers['X-Total-Count']).toBe('7')
  })
})

describe('data', () => {
  it('is the same for the same seed and different for another', () => {
    const first = (seed: number) => createDemoApi({ now: () => NOW, seed })
    const request: DemoRequest = { method: 'GET', path: '/demo/orders', query: [], headers: {}, body: null }
    expect(first(7).handle(request).body).toBe(first(7).handle(request).body)
    expect(first(7).handle(request).body).not.toBe(first(8).handle(request).body)
  })

  it('holds together: every order and ticket has a customer, every customer a region, every total its items', () => {
    const all = (name: string): readonly Row[] =>
      [1, 2].flatMap((page) => send('GET', `/demo/${name}?limit=100&page=${page}`).json as Row[])
    const customers = new Set(all('customers').map(({ id }) => id))
    const regions = new Set(all('regions').map(({ id }) => id))
    expect(all('customers').every(({ region }) => regions.has(region))).toBe(true)
    expect([...all('orders'), ...all('tickets')].every(({ customerId }) => customers.has(customerId))).toBe(true)
    for (const { items, total } of all('orders')) {
      const sum = items.reduce((done, item) => done + item.price * item.quantity, 0)
      expect(total).toBeCloseTo(sum, 2)
    }
    expect(new Set(all('customers').map(({ email }) => email)).size).toBe(60)
  })

  it('regions are a data source for choices: id and name, nothing else', () => {
    for (const region of send('GET', '/demo/regions').json) expect(Object.keys(region)).toEqual(['id', 'name'])
  })
})

describe('items', () => {
  it('creates with defaults, a time from the clock and a Location that answers', () => {
    const created = send('POST', '/demo/customers', { json: ada })
    expect(created.status).toBe(201)
    expect(created.json).toMatchObject({ ...ada, plan: 'free', createdAt: '2026-03-01T12:00:00.000Z' })
    expect(send('GET', created.headers['Location'] ?? '').json).toEqual(created.json)
  })

  it('derives the total of an order, on creation and on change', () => {
    const item = { sku: 'X', name: 'Thing', quantity: 3, price: 0.1 }
    const { json } = send('POST', '/demo/orders', { json: { customerId: 1, items: [item] } })
    expect(json.total).toBe(0.3)
    const changed = send('PATCH', `/demo/orders/${json.id}`, { json: { items: [{ ...item, quantity: 10 }] } })
    expect(changed.json).toMatchObject({ total: 1, customerId: 1, id: json.id, createdAt: json.createdAt })
  })

  it('deletes, and then does not know the record', () => {
    expect(send('DELETE', '/demo/tickets/3')).toMatchObject({ status: 204, body: '' })
    expect(send('GET', '/demo/tickets/3')).toMatchObject({ status: 404, json: { code: 'record-not-found' } })
  })

  it('never gives an id twice', () => {
    const json = { customerId: 1, subject: 'Again' }
    const { id } = send('POST', '/demo/tickets', { json }).json
    send('DELETE', `/demo/tickets/${id}`)
    expect(send('POST', '/demo/tickets', { json }).json.id).toBe(id + 1)
  })

  it('lists one customer’s orders, and 404 for no customer', () => {
    const { json, status } = send('GET', '/demo/customers/1/orders')
    expect(status).toBe(200)
    expect(json.every((order: { customerId: number }) => order.customerId === 1)).toBe(true)
    expect(send('GET', '/demo/customers/999/orders').status).toBe(404)
  })

  it('reset restores what was changed', () => {
    const before = send('GET', '/demo/customers').body
    send('PATCH', '/demo/customers/1', { json: { name: 'Someone' } })
    send('POST', '/demo/customers', { json: ada })
    expect(send('GET', '/demo/customers').body).not.toBe(before)
    expect(send('POST', '/demo/reset').status).toBe(204)
    expect(send('GET', '/demo/customers').body).toBe(before)
    expect(send('GET', '/demo/customers').headers['X-Total-Count']).toBe('60')
  })

  it('keeps the state of two instances apart', () => {
    send('DELETE', '/demo/tickets/1')
    api = createDemoApi({ now: () => NOW })
    expect(send('GET', '/demo/tickets/1').status).toBe(200)
  })
})

describe('refusals', () => {
  it('400 for a body that is not JSON, 415 for another type', () => {
    const headers = { 'content-type': 'application/json' }
    expect(send('POST', '/demo/customers', { headers, body: '{' })).toMatchObject({
      status: 400,
      json: { code: 'bad-json' },
    })
    expect(send('POST', '/demo/customers', { headers: { 'content-type': 'text/plain' }, body: '{}' }).status).toBe(415)
  })

  it('422 names every field: missing, wrong and unknown', () => {
    const { status, json } = send('POST', '/demo/customers', { json: { email: 'no', colour: 'red' } })
    expect(status).toBe(422)
    expect(json.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual(['colour', 'email', 'name'])
  })

  it('422 for a customer or region that does not exist', () => {
    expect(send('POST', '/demo/tickets', { json: { customerId: 999, subject: 'Hello' } }).json).toMatchObject({
      status: 422,
      code: 'customer-unknown',
    })
    expect(send('PATCH', '/demo/customers/1', { json: { region: 'moon' } }).json.code).toBe('region-unknown')
  })

  it('409 for a taken email, and for a customer who still has orders', () => {
    const { email } = send('GET', '/demo/customers/2').json
    expect(send('POST', '/demo/customers', { json: { ...ada, email } })).toMatchObject({ status: 409 })
    const { customerId } = send('GET', '/demo/orders/1').json
    expect(send('DELETE', `/demo/customers/${customerId}`).json.code).toBe('customer-has-orders')
  })

  it.each([
    ['PUT', '/demo/customers/1', 'GET, HEAD, PATCH, DELETE'],
    ['DELETE', '/demo/customers', 'GET, HEAD, POST'],
    ['POST', '/demo/regions', 'GET, HEAD'],
    ['GET', '/demo/reset', 'POST'],
  ])('405 for %s %s with Allow', (method, path, allowed) => {
    expect(send(method, path)).toMatchObject({ status: 405, headers: { Allow: allowed } })
  })

  it.each([
    '/demo/nothing',
    '/demo/customers/1/invoices',
    '/demo/customers/1/orders/2',
    '/elsewhere',
    '/demo/%E0%A4%A',
  ])('404 for %s', (path) => {
    expect(api.handle({ method: 'GET', path, query: [], headers: {}, body: null }).status).toBe(404)
  })

  it('507 once a table is full, so that it cannot grow without end', () => {
    const json = { customerId: 1, subject: 'More' }
    let last = 0
    for (let count = 0; count <= 1920; count += 1) last = send('POST', '/demo/tickets', { json }).status
    expect(last).toBe(507)
  })
})

describe('the part behind the key', () => {
  const withKey = (key: string) => ({ headers: { [DEMO_KEY_HEADER.toLowerCase()]: key } })

  it('401 without and with a wrong key, told apart', () => {
    expect(send('GET', '/demo/private/reports')).toMatchObject({ status: 401, json: { code: 'key-missing' } })
    expect(send('GET', '/demo/private/me', withKey('wrong'))).toMatchObject({
      status: 401,
      json: { code: 'key-wrong' },
    })
  })

  it('does not say without a key which paths exist', () => {
    expect(send('GET', '/demo/private/nothing').status).toBe(401)
  })

  it('answers with the key', () => {
    expect(send('GET', '/demo/private/me', withKey(DEMO_KEY)).status).toBe(200)
    expect(send('GET', '/demo/private/reports', withKey(DEMO_KEY)).json).toHaveLength(10)
    expect(send('GET', '/demo/private/reports/2', withKey(DEMO_KEY)).json.month).toBe('2025-02')
    expect(send('GET', '/demo/private/nothing', withKey(DEMO_KEY)).status).toBe(404)
  })
})

describe('teaching endpoints', () => {
  it('answers with the asked status', () => {
    expect(send('GET', '/demo/status/503')).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } })
    expect(send('GET', '/demo/status/204')).toMatchObject({ status: 204, body: '' })
    for (const code of ['101', '600', 'abc']) expect(send('GET', `/demo/status/${code}`).status).toBe(400)
  })

  it('declares a delay as data and refuses one over a minute', () => {
    expect(send('GET', '/demo/slow?ms=1500')).toMatchObject({ status: 200, delayMs: 1500 })
    expect(send('GET', '/demo/slow?ms=60001').status).toBe(400)
  })

  it('answers HTML and cut JSON where JSON is expected', () => {
    expect(send('GET', '/demo/html').headers['Content-Type']).toContain('text/html')
    const { body, headers } = send('GET', '/demo/bad-json')
    expect(headers['Content-Type']).toContain('application/json')
    expect(() => void JSON.parse(body)).toThrow(/JSON/)
  })

  it('echoes what arrived', () => {
    expect(send('PUT', '/demo/echo?a=1&a=2', { json: { b: true } }).json).toMatchObject({
      method: 'PUT',
      query: [
        ['a', '1'],
        ['a', '2'],
      ],
      json: { b: true },
    })
  })

  it('HEAD answers as GET does, without a body', () => {
    expect(send('HEAD', '/demo/orders')).toMatchObject({ status: 200, body: '', headers: { 'X-Total-Count': '200' } })
  })

  it('the index names paths that answer', () => {
    const { resources, teaching } = send('GET', '/demo').json
    for (const path of Object.values<string>({ ...resources, ...teaching })) {
      const target = path.replace('{id}', '1').replace('{code}', '200')
      expect([200, 401]).toContain(send('GET', target).status)
    }
  })
})
