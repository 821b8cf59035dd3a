import type { Json } from '#base'
import type { ServerResponse } from 'node:http'
import { COMMON_HEADERS } from './security-headers.ts'

/** Ends a response with bytes or text; a HEAD request gets the headers alone (Node drops the body). */
export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): void {
  response.writeHead(status, { ...COMMON_HEADERS, ...headers })
  response.end(body)
}

/** Ends a response with JSON that no cache keeps. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: Json,
  headers: Readonly<Record<string, string>> = {},
): void {
  const type = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
  send(response, status, { ...type, ...headers }, JSON.stringify(value))
}

/** Refuses a request with a code and no sentence: whoever shows it has the words. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendJson(response, status, { code }, headers)
}
