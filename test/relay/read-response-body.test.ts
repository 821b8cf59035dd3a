import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bodyText, startLocalServer, startUpstream } from './local-server-fixture.ts'

describe('bodies', () => {
  const text = 'Grüße '.repeat(500)
  it.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('decompresses %s', async (encoding, bytes) => {
    const upstream = await startUpstream((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': encoding }).end(bytes),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    const answer = await relay({ url: upstream.url })
    expect(bodyText(answer)).toBe(text)
    expect(answer).toMatchObject({ cut: false, bytes: Buffer.byteLength(text) })
  })

  it('hands on an encoding it does not know', async () => {
    const upstream = await startUpstream((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'zstd' }).end('raw'),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    expect(bodyText(await relay({ url: upstream.url }))).toBe('raw')
  })

  it('answers HEAD and 304 with an encoding but no body', async () => {
    const upstream = await startUpstream((request, response) =>
      response.writeHead(request.method === 'HEAD' ? 200 : 304, { 'Content-Encoding': 'gzip' }).end(),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    expect(await relay({ url: upstream.url, method: 'HEAD' })).toMatchObject({ status: 200, bytes: 0 })
    expect(await relay({ url: upstream.url })).toMatchObject({ status: 304, bytes: 0 })
  })

  it.each(['gzip', 'deflate', 'br', 'deflate, gzip'])('answers an empty body that says it is %s', async (encoding) => {
    const upstream = await startUpstream((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': '0' }).end(),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    const timeoutMs = 3000
    expect(await relay({ url: upstream.url, timeoutMs })).toMatchObject({ status: 200, bytes: 0 })
    expect(await relay({ url: upstream.url, timeoutMs, method: 'HEAD' })).toMatchObject({ status: 200, bytes: 0 })
  })

  it('answers an empty body that comes in chunks, and one that is compressed twice', async () => {
    const upstream = await startUpstream((request, response) =>
      request.url === '/twice'
        ? response.writeHead(200, { 'Content-Encoding': 'deflate, gzip' }).end(gzipSync(''))
        : response.writeHead(200, { 'Content-Encoding': 'deflate' }).end(),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    for (const path of ['/', '/twice']) {
      const answer = await relay({ url: `${upstream.url}${path}`, timeoutMs: 3000 })
      expect(answer).toMatchObject({ status: 200, bytes: 0 })
    }
  })

  it('gives up on a compressed body that never comes, and frees its place', async () => {
    const upstream = await startUpstream((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'deflate' }).flushHeaders()
    })
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    const calls = Array.from({ length: 32 }, () => relay({ url: upstream.url, timeoutMs: 100 }))
    for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ code: 'timeout' })
    expect(await relay({ url: upstream.url, timeoutMs: 100 })).toMatchObject({ code: 'timeout' })
  })

  it('cuts at maxBytes, and not when the body just fits', async () => {
    const upstream = await startUpstream((_request, response) => response.end('x'.repeat(1000)))
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    const cut = await relay({ url: upstream.url, maxBytes: 999 })
    expect(cut).toMatchObject({ cut: true })
    expect(bodyText(cut)).toHaveLength(999)
    expect(await relay({ url: upstream.url, maxBytes: 1000 })).toMatchObject({ cut: false, bytes: 1000 })
  })

  it('cuts a gzip bomb of a gigabyte at the limit, with bounded memory', async () => {
    const member = gzipSync(Buffer.alloc(1_048_576))
    const bomb = Buffer.concat(Array.from({ length: 1024 }, () => member))
    const upstream = await startUpstream((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    const before = process.resourceUsage().maxRSS
    const answer = await relay({ url: upstream.url, maxBytes: 2_000_000 })
    const grownMegabytes = (process.resourceUsage().maxRSS - before) / 1024
    expect(answer).toMatchObject({ outcome: 'response', cut: true })
    expect(answer.outcome === 'response' && answer.bytes).toBeLessThan(2_200_000)
    expect(bodyText(answer)).toHaveLength(2_000_000)
    expect(grownMegabytes).toBeLessThan(80)
  })

  it.each(['gzip', 'deflate', 'br', 'gzip, gzip, gzip'])(
    'body-undecodable: the bytes are not the %s they claim to be',
    async (encoding) => {
      const upstream = await startUpstream((_request, response) =>
        response.writeHead(200, { 'Content-Encoding': encoding }).end(Buffer.alloc(20, 0xff)),
      )
      const { relay } = await startLocalServer({ allow: [upstream.host] })
      expect(await relay({ url: upstream.url })).toMatchObject({
        code: 'body-undecodable',
        params: { host: '127.0.0.1', encoding },
      })
    },
  )

  it('connection-lost: a compressed body breaks off', async () => {
    const upstream = await startUpstream((_request, response) => {
      const bytes = gzipSync(Array.from({ length: 2000 }, (_, index) => `${index}`).join(''))
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': String(bytes.length) })
      response.write(bytes.subarray(0, 500), () => response.destroy())
    })
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    expect(await relay({ url: upstream.url })).toMatchObject({ code: 'connection-lost' })
  })
})
