import { describe, expect, it } from 'vitest'
import { nextHop, type Hop } from '../../src/relay/next-hop.ts'

const hop = (method = 'POST', url = 'https://api.example.com/a?b=1'): Hop => ({
  url: new URL(url),
  request: {
    method,
    headers: [
      ['Authorization', 'Bearer secret'],
      ['X-Api-Key', 'secret'],
      ['Cookie', 'secret'],
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
    ],
    body: Buffer.from('{}'),
  },
})

const next = (
  status: number,
  location: string | undefined,
  mode: 'same-origin' | 'follow' = 'same-origin',
  from = hop(),
) => {
  const result = nextHop(status, location, from, mode)
  return result.ok ? result.value : result.error
}

describe('nextHop', () => {
  it('is none without a redirect status or without a location', () => {
    expect(next(200, '/x')).toBeNull()
    expect(next(304, '/x')).toBeNull()
    expect(next(302, undefined)).toBeNull()
  })

  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [301, 'PUT', 'PUT'],
    [302, 'DELETE', 'DELETE'],
    [303, 'HEAD', 'HEAD'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
  ])('%i turns %s into %s', (status, method, expected) => {
    const value = next(status, '/next', 'same-origin', hop(method))
    expect(value).toMatchObject({ request: { method: expected } })
  })

  it('keeps credentials within the origin, and drops body and content headers with the method', () => {
    expect(next(303, '/next')).toMatchObject({
      url: new URL('https://api.example.com/next'),
      request: {
        body: null,
        headers: [
          ['Authorization', 'Bearer secret'],
          ['X-Api-Key', 'secret'],
          ['Cookie', 'secret'],
          ['Accept', 'application/json'],
        ],
      },
    })
    expect(next(307, '/next')).toMatchObject({ request: { body: Buffer.from('{}') } })
  })

  it.each([
    'https://evil.example/path?token=1',
    '//evil.example/',
    'https://api.example.com:8443/',
    'https://sub.api.example.com/',
  ])('blocks %s in mode same-origin and names its origin only', (location) => {
    const blocked = next(307, location)
    expect(blocked).toEqual({
      outcome: 'failure',
      code: 'redirect-blocked',
      params: { origin: new URL(location, 'https://api.example.com').origin },
    })
  })

  it('crosses origins in mode follow with harmless headers only', () => {
    const crossed = next(307, 'https://other.example/', 'follow')
    expect(crossed).toMatchObject({
      request: {
        headers: [
          ['Accept', 'application/json'],
          ['Content-Type', 'application/json'],
        ],
      },
    })
    expect(JSON.stringify(crossed)).not.toContain('secret')
  })

  it.each([
    'http://api.example.com/',
    'ftp://api.example.com/',
    'javascript:alert(1)',
    'https://user:pass@api.example.com/',
  ])('never follows %s', (location) => {
    expect(next(302, location, 'follow')).toMatchObject({ code: 'redirect-blocked' })
  })

  it('calls a location that is no URL a bad response', () => {
    expect(next(302, 'https://[', 'follow')).toMatchObject({ code: 'bad-response' })
  })
})
