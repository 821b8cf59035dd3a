import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants, deflateRawSync } from 'node:zlib'
import { listenLocally, type LocalListener } from './local-listener.ts'

/**
 * An API that misbehaves, open to every origin:
 * `/html` answers a page where JSON is expected, `/bad-json` half a document, `/never` nothing at all,
 * `/stalls` the beginning of an answer, `/bomb` kilobytes that unpack to gigabytes, `/status/401` just that status.
 */
export type OddApi = LocalListener

/** Ten megabytes of zeros as one self-contained piece of a deflate stream: it can be sent again and again. */
const ZEROS = 10_485_760
const piece = () => deflateRawSync(Buffer.alloc(ZEROS), { finishFlush: constants.Z_FULL_FLUSH })
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

/** Sends up to ten gigabytes in about ten megabytes, as fast as it is read and until nobody reads any more. */
function sendBomb(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
  response.write(GZIP_HEADER)
  const chunk = piece()
  let left = 1000
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(chunk)) {
        response.once('drain', more)
        return
      }
    }
    response.end()
  }
  more()
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
  response.setHeader('access-control-allow-methods', '*')
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  const path = request.url?.split('?')[0] ?? '/'
  const status = /^\/status\/(\d{3})$/.exec(path)?.[1]
  if (status !== undefined) {
    response.writeHead(Number(status), { 'content-type': 'application/json' }).end('{"error":"as asked"}')
  } else if (path === '/html') {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Sign in</title><h1>Sign in</h1>')
  } else if (path === '/bad-json') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"items": [1, 2')
  } else if (path === '/stalls') {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"items": [')
  } else if (path === '/bomb') {
    sendBomb(response)
  } else if (path !== '/never') {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
  }
}

/** Starts the API that misbehaves. */
export const startOddApi = (): Promise<OddApi> => listenLocally(answer)
