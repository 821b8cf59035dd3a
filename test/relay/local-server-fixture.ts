import { createLocalServer, type LocalServerOptions } from '#relay'
import type { ProbeRequest, RelayRequest, RelayResponse, ServerSession } from '#protocol'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import * as http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

const APP_FILES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><html><head><title>App</title></head><body></body></html>',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/main-a1B2c3D4.js': 'export {}',
  'workers/vault-worker-a1B2c3D4.js': 'export {}',
  'workers/runner-worker-a1B2c3D4.js': 'export {}',
  'workers/sandbox-worker-a1B2c3D4.js': 'export {}',
  'workers/import-worker-a1B2c3D4.js': 'export {}',
  'workers/other-a1B2c3D4.js': 'export {}',
  '.vite/manifest.json': '{}',
}

/** Writes a built application into a directory that is removed after the test; `outside.txt` lies beside it. */
export async function writeApp(files = APP_FILES): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'patchbay-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const app = join(root, 'app')
  await mkdir(app)
  await writeFile(join(root, 'outside.txt'), 'outside')
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(app, name)), { recursive: true })
    await writeFile(join(app, name), text)
  }
  return app
}

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
  readonly json: () => Record<string, unknown>
}

interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly address?: string
  readonly signal?: AbortSignal
}

/** Sends exactly what it is told: a browser's and an attacker's headers alike. */
export function call(port: number, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const { headers = {}, body, address = '127.0.0.1', signal } = options
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: address,
        port,
        method,
        path,
        headers: { Host: `localhost:${port}`, ...headers },
        agent: false,
        ...(signal ? { signal } : {}),
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const json = () => JSON.parse(text) as Record<string, unknown>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json })
        })
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** A local server on a free port that ends with the test, and the headers its own page would send. */
export async function startLocalServer(options: Partial<LocalServerOptions> = {}) {
  const appDir = options.appDir ?? (await writeApp())
  const server = await createLocalServer({ port: 0, allow: [], version: '9.9.9', ...options, appDir })
  onTestFinished(server.close)
  const port = Number(new URL(server.url).port)
  const page = { Origin: server.url, 'Sec-Fetch-Site': 'same-origin' }
  const session = (await call(port, 'GET', '/session', { headers: page })).json() as ServerSession
  const trusted = { ...page, 'x-patchbay-token': session.token, 'Content-Type': 'application/json' }
  const post = async (path: string, envelope: unknown, signal?: AbortSignal) =>
    call(port, 'POST', path, { headers: trusted, body: JSON.stringify(envelope), ...(signal ? { signal } : {}) })
  return {
    server,
    port,
    page,
    trusted,
    session,
    appDir,
    call: (method: string, path: string, more?: CallOptions) => call(port, method, path, more),
    post,
    relay: async (request: Partial<RelayRequest> & { readonly url: string }) =>
      (await post('/relay/http', relayRequest(request))).json() as RelayResponse,
    probe: async (request: Partial<ProbeRequest> & { readonly url: string }) =>
      (
        await post('/relay/probe', { method: 'GET', headerNames: [], origin: 'http://localhost:4400', ...request })
      ).json(),
  }
}

/** An envelope with plain defaults. */
export function relayRequest(request: Partial<RelayRequest> & { readonly url: string }): RelayRequest {
  return {
    method: 'GET',
    headers: [],
    body: null,
    timeoutMs: 10_000,
    maxBytes: 1_000_000,
    redirect: 'same-origin',
    ...request,
  }
}

/** A real server on 127.0.0.1 that ends with the test. `seen` holds every request it got. */
export async function startUpstream(listener: http.RequestListener, server = http.createServer()) {
  const seen: { readonly method: string; readonly url: string; readonly headers: http.IncomingHttpHeaders }[] = []
  server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers })
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { port, host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}`, seen }
}

/** The body of a response envelope as text. */
export function bodyText(response: RelayResponse): string {
  return response.outcome === 'response' ? Buffer.from(response.body, 'base64').toString('utf8') : ''
}
