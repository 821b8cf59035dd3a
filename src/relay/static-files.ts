import type { ServerSession } from '#protocol'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readAppFile } from './app-file.ts'
import { contentTypeOf } from './content-type.ts'
import { indexPage } from './index-page.ts'
import { APP_HEADERS, contentSecurityPolicy } from './security-headers.ts'
import { refuse, send } from './send.ts'

/** Worker scripts are hashed too, but carry a policy of their own, which a cache must not outlive: they are revalidated. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/

/** Whether a path is a screen of the application: it names no file, and a browser asks for a page. */
function isScreen(path: string, { headers }: IncomingMessage): boolean {
  if (path === '/' || path === '/index.html') return true
  if (/^\/(assets|workers)\//.test(path) || /\.[^/]*$/.test(path)) return false
  return headers.accept?.includes('text/html') ?? false
}

/**
 * Serves the built application from `appDir`: hashed files for ever, others revalidated, every screen's address as
 * `index.html` with the session in it. A missing file is a 404, never a page.
 */
export function staticFiles(appDir: string, session: ServerSession) {
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, 405, 'method-not-allowed', { Allow: 'GET, HEAD' })
    }
    const screen = isScreen(path, request)
    const file = await readAppFile(appDir, screen ? '/index.html' : path)
    if (!file) return refuse(response, 404, 'not-found')
    const headers = {
      ...APP_HEADERS,
      'Content-Security-Policy': contentSecurityPolicy(screen ? '/' : path),
      'Content-Type': contentTypeOf(screen ? '/index.html' : path),
    }
    if (screen) {
      const html = indexPage(file.bytes.toString('utf8'), session)
      return send(response, 200, { ...headers, 'Cache-Control': 'no-store' }, html)
    }
    if (HASHED.test(path)) {
      return send(response, 200, { ...headers, 'Cache-Control': 'public, max-age=31536000, immutable' }, file.bytes)
    }
    const cached = { ...headers, 'Cache-Control': 'no-cache', ETag: file.tag }
    if (request.headers['if-none-match'] === file.tag) return send(response, 304, cached)
    send(response, 200, cached, file.bytes)
  }
}
