import type { AuthRequest } from '#auth'
import { expect, it } from 'vitest'
import { attachedBy } from '../../../../src/drivers/workers/vault/attached-by.ts'

const request = (parts: Partial<AuthRequest> = {}): AuthRequest => ({
  method: 'GET',
  url: 'https://api.test/v1/me?page=1',
  headers: [['Accept', 'application/json']],
  body: null,
  ...parts,
})
const found = (signed: Partial<AuthRequest>, unsigned: Partial<AuthRequest> = {}) =>
  attachedBy(request(unsigned), request(signed)).map(({ code, params }) => [code, ...Object.values(params)])

it('Test connection: names what was attached and how long it is, and never says what it is', () => {
  const headers: AuthRequest['headers'] = [
    ['Accept', 'application/json'],
    ['Authorization', 'Bearer secret-4711'],
  ]
  expect(found({ headers })).toEqual([['attached-header', 'Authorization', 18]])
  expect(found({ url: 'https://api.test/v1/me?page=1&key=s%C3%A9cret%2B' })).toEqual([['attached-query', 'key', 7]])
  expect(found({ headers: [['Cookie', 'sid=🐤🐤'], ...headers] }).map(([, name, length]) => [name, length])).toEqual([
    ['Cookie', 6],
    ['Authorization', 18],
  ])
  expect(JSON.stringify([found({ headers }), found({ url: 'https://api.test/?key=hidden' })])).not.toMatch(
    /secret-4711|hidden/,
  )
})

it('Test connection: what signing changed counts as attached, what was there before does not', () => {
  const before: AuthRequest['headers'] = [
    ['accept', 'application/json'],
    ['X-Key', 'old'],
    ['X-Key', 'old'],
  ]
  const after: AuthRequest['headers'] = [
    ['Accept', 'application/json'],
    ['x-key', 'newer'],
    ['X-Key', 'old'],
  ]
  expect(found({ headers: after }, { headers: before })).toEqual([['attached-header', 'x-key', 5]])
  expect(found({ url: 'https://api.test/?a=1&a=1' }, { url: 'https://api.test/?a=1' })).toEqual([
    ['attached-query', 'a', 1],
  ])
})

it('Test connection: a body that grew, a client certificate, and nothing at all', () => {
  expect(found({ body: new Uint8Array(12) }, { body: new Uint8Array(2) })).toEqual([['attached-body', 10]])
  expect(found({ clientCertificate: { certificate: 'C', privateKey: 'K' } })).toEqual([['attached-certificate']])
  expect(found({})).toEqual([['attached-nothing']])
})
