import { whyRelay } from '#drivers/workers'
import { describe, expect, it } from 'vitest'

const ask = (url: string, headers: [string, string][] = [], method = 'GET') => whyRelay({ method, url, headers })

describe('a request can leave from the page', () => {
  it.each(['https://api.example.com/', 'http://localhost:3000/', 'http://127.0.0.1:8080/', '/demo/customers'])(
    'to %s',
    (url) =>
      expect(
        ask(url, [
          ['Authorization', 'x'],
          ['X-Key', 'y'],
        ]),
      ).toBeNull(),
  )
})

describe('a request needs the local server', () => {
  it.each(['Cookie', 'host', 'ORIGIN', 'Referer', 'Sec-Fetch-Mode', 'Proxy-Authorization', 'User-Agent'])(
    'for the header %s',
    (header) =>
      expect(ask('https://api.example.com', [[header, 'x']])).toEqual({
        code: 'forbidden-header',
        header: header.toLowerCase(),
      }),
  )

  it('for a method scripts may not use', () => {
    expect(ask('https://api.example.com', [], 'trace')).toMatchObject({ code: 'forbidden-method' })
  })

  it('for a client certificate, which no script can present', () => {
    const question = { method: 'GET', url: 'https://api.example.com/', headers: [], clientCertificate: {} }
    expect(whyRelay(question)).toEqual({ code: 'client-certificate', host: 'api.example.com' })
  })

  it('for http to another machine', () => {
    expect(ask('http://intranet.example/')).toEqual({ code: 'insecure-url', host: 'intranet.example' })
  })
})
