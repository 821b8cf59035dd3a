import type { Json } from '#base'
import type { DemoRequest, DemoResponse } from './demo-message.ts'
import { emptyResponse, jsonResponse, methodNotAllowed, problemResponse } from './respond.ts'

const MAX_DELAY_MS = 60_000
const DEFAULT_DELAY_MS = 2000

/** Answers with the status in the path: what a step makes of a failure can be tried out. */
function statusRoute(text: string): DemoResponse {
  const status = /^\d{3}$/.test(text) ? Number(text) : 0
  if (status < 200 || status > 599)
    return problemResponse(400, 'bad-status', { errors: [{ field: 'code', code: 'out-of-range' }] })
  if (status === 204 || status === 205 || status === 304) return emptyResponse(status)
  if (status < 400) return jsonResponse(status, { status })
  const headers: DemoResponse['headers'] = status === 429 || status === 503 ? { 'Retry-After': '1' } : {}
  return problemResponse(status, 'as-asked', { headers })
}

function slowRoute(request: DemoRequest): DemoResponse {
  const text = request.query.find(([name]) => name === 'ms')?.[1] ?? String(DEFAULT_DELAY_MS)
  const delayMs = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return delayMs <= MAX_DELAY_MS
    ? { ...jsonResponse(200, { delayMs }), delayMs }
    : problemResponse(400, 'bad-query', { errors: [{ field: 'ms', code: 'out-of-range' }] })
}

function jsonOrNull(text: string | null): Json {
  try {
    return text === null ? null : (JSON.parse(text) as Json)
  } catch {
    return null
  }
}

function echoRoute(request: DemoRequest): DemoResponse {
  return jsonResponse(200, {
    method: request.method,
    path: request.path,
    query: request.query.map(([name, value]) => [name, value]),
    headers: request.headers,
    body: request.body,
    json: jsonOrNull(request.body),
  })
}

const HTML =
  '<!doctype html><html lang="en"><head><title>Maintenance</title></head><body><h1>Back soon</h1></body></html>'

/** Endpoints that answer badly on purpose, or say what arrived. Null when the path is none of them. */
export function teachingRoute(segments: readonly string[], request: DemoRequest): DemoResponse | null {
  const [name, argument] = segments
  if (segments.length === 2 && name === 'status') return statusRoute(argument ?? '')
  if (segments.length !== 1) return null
  if (name === 'echo') return echoRoute(request)
  if (name !== 'slow' && name !== 'html' && name !== 'bad-json') return null
  if (request.method !== 'GET') return methodNotAllowed(['GET', 'HEAD'])
  if (name === 'slow') return slowRoute(request)
  const page = { status: 200, delayMs: 0 }
  return name === 'html'
    ? { ...page, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: HTML }
    : {
        ...page,
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body: '{"items":[{"id":1,"name":"cut o',
      }
}
