import type { DemoApi, DemoRequest } from '#demo'
import { DEMO_KEY_HEADER } from '#demo'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { callerSignal } from './caller-signal.ts'
import { readRequestBody } from './read-request-body.ts'
import { requestQuery } from './request-path.ts'
import { refuse, send } from './send.ts'

const MAX_BODY_BYTES = 1_048_576

/** The demo API holds no secret and asks no cookie, so any page may call it, as it might a vendor's API. */
const CORS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Link, Location, Retry-After, X-Total-Count',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'no-store',
  // Its HTML page shares the application's origin: there it may not do anything.
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
}

const PREFLIGHT: Readonly<Record<string, string>> = {
  ...CORS,
  'Access-Control-Allow-Methods': 'GET, HEAD, POST',
  'Access-Control-Allow-Headers': `Authorization, Content-Type, ${DEMO_KEY_HEADER}`,
  'Access-Control-Max-Age': '600',
}

/** Cookies of a browser belong to every port of a host: other programs' do not concern the demo, nor its echo. */
const WITHHELD: ReadonlySet<string> = new Set(['cookie', 'x-patchbay-token'])

function demoRequest(request: IncomingMessage, path: string, body: string): DemoRequest {
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || WITHHELD.has(name) ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  )
  return {
    method: request.method ?? 'GET',
    path,
    query: [...requestQuery(request)],
    headers: Object.fromEntries(headers),
    body: body === '' ? null : body,
  }
}

/** Answers `/demo` over real HTTP; waits as the answer asks, and stops waiting when the client leaves. */
export async function demoMount(
  api: DemoApi,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (request.method === 'OPTIONS') return send(response, 204, PREFLIGHT)
  const body = await readRequestBody(request, MAX_BODY_BYTES)
  if (body === null) return refuse(response, 413, 'body-too-large', { ...CORS, Connection: 'close' })
  const answer = api.handle(demoRequest(request, path, body))
  if (answer.delayMs > 0) {
    try {
      await delay(answer.delayMs, undefined, { signal: callerSignal(response) })
    } catch {
      return
    }
  }
  send(response, answer.status, { ...CORS, ...answer.headers }, answer.body)
}
