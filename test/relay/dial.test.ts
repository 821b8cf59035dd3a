import { generateKeyPairSync } from 'node:crypto'
import * as https from 'node:https'
import type { TLSSocket } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { selfSignedCertificate } from '../fixtures/self-signed-certificate.ts'
import { bodyText, startLocalServer, startUpstream } from './local-server-fixture.ts'

/** An API that takes nobody without this client's certificate. */
async function closedApi(client: { readonly cert: string }, location?: string) {
  const own = selfSignedCertificate()
  const api = await startUpstream(
    (request, response) => {
      if (location !== undefined) {
        response.writeHead(302, { location }).end()
        return
      }
      const peer = (request.socket as TLSSocket).getPeerCertificate()
      response.end(JSON.stringify({ subject: peer.subject?.CN ?? null }))
    },
    https.createServer({ ...own, requestCert: true, rejectUnauthorized: location === undefined, ca: [client.cert] }),
  )
  return { ...api, url: `https://localhost:${api.port}/`, name: `localhost:${api.port}`, own }
}

const asClient = ({ cert, key }: { readonly cert: string; readonly key: string }) => ({
  clientCertificate: { certificate: cert, privateKey: key },
})

describe('client certificates', () => {
  it('presents the certificate to an API that takes nobody without one', async () => {
    const client = selfSignedCertificate()
    const api = await closedApi(client)
    const { relay } = await startLocalServer({ allow: [api.name], trust: [api.own.cert] })
    expect(JSON.parse(bodyText(await relay({ url: api.url, ...asClient(client) })))).toEqual({ subject: 'localhost' })
    expect(await relay({ url: api.url })).toMatchObject({ outcome: 'failure' })
    expect(await relay({ url: api.url, ...asClient(selfSignedCertificate()) })).toMatchObject({ outcome: 'failure' })
  })

  it('says that key and certificate do not fit, and that neither can be read, before anything is sent', async () => {
    const client = selfSignedCertificate()
    const api = await closedApi(client)
    const { relay } = await startLocalServer({ allow: [api.name], trust: [api.own.cert] })
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    for (const wrong of [
      { cert: client.cert, key: other },
      { cert: 'nothing', key: client.key },
      { cert: client.cert, key: 'nothing' },
    ]) {
      expect(await relay({ url: api.url, ...asClient(wrong) })).toMatchObject({
        code: 'bad-request',
        params: { reason: 'client-certificate' },
      })
    }
    expect(api.seen).toEqual([])
  })

  it('does not present it to another origin that a redirect leads to', async () => {
    const client = selfSignedCertificate()
    const elsewhere = await closedApi(client)
    const api = await closedApi(client, elsewhere.url)
    const { relay } = await startLocalServer({
      allow: [api.name, elsewhere.name],
      trust: [api.own.cert, elsewhere.own.cert],
    })
    const followed = await relay({ url: api.url, redirect: 'follow', ...asClient(client) })
    expect(followed).toMatchObject({ outcome: 'failure' })
    expect(api.seen).toHaveLength(1)
    expect(elsewhere.seen).toEqual([])
  })

  it('trusts a certificate it was told to trust, and still no other', async () => {
    const trusted = selfSignedCertificate()
    const api = await startUpstream((_request, response) => response.end('hello'), https.createServer(trusted))
    const stranger = await startUpstream(
      (_request, response) => response.end('hello'),
      https.createServer(selfSignedCertificate()),
    )
    const { relay } = await startLocalServer({
      allow: [`localhost:${api.port}`, `localhost:${stranger.port}`],
      trust: [trusted.cert],
    })
    expect(bodyText(await relay({ url: `https://localhost:${api.port}/` }))).toBe('hello')
    expect(await relay({ url: `https://localhost:${stranger.port}/` })).toMatchObject({ code: 'tls' })
  })
})
