import { createLocalServer, LocalServerError } from '#relay'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { call, startLocalServer, writeApp } from './local-server-fixture.ts'

const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))

describe('createLocalServer', () => {
  it('answers at localhost on the port it says', async () => {
    const { server, call: ask } = await startLocalServer()
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/)
    expect((await ask('GET', '/')).status).toBe(200)
  })

  it.runIf(hasIpv6)('answers on ::1 at the same port', async () => {
    const { port } = await startLocalServer()
    expect((await call(port, 'GET', '/', { address: '::1' })).status).toBe(200)
  })

  it('listens on loopback addresses only', async () => {
    const { port } = await startLocalServer()
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    const answers = await Promise.allSettled(outside.map(({ address }) => call(port, 'GET', '/', { address })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toEqual([])
  })

  it('a taken port is an error, never the next one', async () => {
    const { port, appDir } = await startLocalServer()
    const second = createLocalServer({ appDir, port, allow: [], version: '1' })
    await expect(second).rejects.toMatchObject({
      name: 'LocalServerError',
      problem: { code: 'port-taken', params: { port } },
    })
  })

  it.runIf(hasIpv6)('a port taken on ::1 alone is taken: the browser might go there', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen({ host: '::1', port: 0, ipv6Only: true }, () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    onTestFinished(async () => {
      await new Promise((resolve) => other.close(resolve))
    })
    const starting = createLocalServer({ appDir: await writeApp(), port, allow: [], version: '1' })
    await expect(starting).rejects.toMatchObject({ problem: { code: 'port-taken' } })
    await expect(call(port, 'GET', '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('says when there is no built application', async () => {
    const appDir = await writeApp({ 'other.txt': '' })
    const starting = createLocalServer({ appDir, port: 0, allow: [], version: '1' })
    await expect(starting).rejects.toBeInstanceOf(LocalServerError)
    await expect(starting).rejects.toMatchObject({ problem: { code: 'app-missing', params: { appDir } } })
  })

  it('closes with a slow answer under way, and the port is free again', async () => {
    const { server, port, appDir } = await startLocalServer()
    const slow = call(port, 'GET', '/demo/slow?ms=60000')
    const outcome = slow.then(
      () => 'answered',
      () => 'ended',
    )
    await call(port, 'GET', '/demo')
    await server.close()
    expect(await outcome).toBe('ended')
    const again = await createLocalServer({ appDir, port, allow: [], version: '1' })
    await again.close()
  })
})
