import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { version } from '../../../package.json'

let root: string
let main: string
let app: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'patchbay-'))
  app = join(root, 'build')
  await mkdir(app)
  await writeFile(join(app, 'index.html'), '<!doctype html><html><head></head><body>App</body></html>')
  const server = join(root, 'dist', 'server')
  // Bundled with what it imports, so that it runs from a directory without node_modules.
  await build({ logLevel: 'silent', build: { ssr: true, outDir: server }, ssr: { noExternal: true } })
  main = join(server, 'main.js')
}, 60_000)

afterAll(() => rm(root, { recursive: true, force: true }))

/** Starts the built server; `firstLine` settles when it speaks, `ended` when it is gone. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let out = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const ended = new Promise<{ code: number | null; signal: string | null; out: string; errors: string }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out, errors }))
  })
  const firstLine = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.includes('\n')) resolve(out.split('\n')[0] ?? '')
    })
  })
  return { child, firstLine, ended }
}

describe('node dist/server/main.js', () => {
  it('says where it runs, serves the page with its session, and ends cleanly when told', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { child, firstLine, ended } = start('--port', '0', '--app', app)
      const url = /^Patchbay is running at (http:\/\/localhost:\d+)$/.exec(await firstLine)?.[1] ?? ''
      const page = await (await fetch(`${url}/`)).text()
      expect(page).toContain(`"version":"${version}"`)
      expect(await (await fetch(`${url}/demo/regions/apac`)).json()).toEqual({ id: 'apac', name: 'Asia and Pacific' })
      child.kill(signal)
      expect(await ended).toMatchObject({ code: 0, signal: null, errors: '' })
    }
  })

  it('a taken port is a sentence and exit code 1', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    onTestFinished(async () => {
      await new Promise((resolve) => other.close(resolve))
    })
    const { port } = other.address() as AddressInfo
    const { code, out, errors } = await start('--port', String(port), '--app', app).ended
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(errors).toMatch(new RegExp(`^Port ${port} is already in use.*--port.*\n$`))
  })

  it('without a build it says how to make one', async () => {
    const { code, errors } = await start('--port', '0').ended
    expect(code).toBe(1)
    expect(errors).toContain(join(root, 'dist', 'app'))
    expect(errors).toContain('npm run build')
  })

  it('explains arguments it does not understand, and itself', async () => {
    expect(await start('--allow', 'http://localhost:1').ended).toMatchObject({
      code: 1,
      errors: expect.stringContaining('--allow localhost:4010'),
    })
    expect(await start('--wrong').ended).toMatchObject({ code: 1, errors: expect.stringContaining('--help') })
    expect(await start('--help').ended).toMatchObject({ code: 0, out: expect.stringContaining('--allow <host:port>') })
  })
})
