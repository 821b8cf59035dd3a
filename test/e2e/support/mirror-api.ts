import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listenLocally, type LocalListener } from './local-listener.ts'

/** An API that says back everything it was sent, in good answers and in bad ones, and gives out tokens. */
export interface MirrorApi extends LocalListener {
  /** Head lines, URLs and bodies of everything that arrived. */
  readonly arrived: readonly string[]
  /** What it gives whoever asks for a token. */
  readonly tokens: { readonly access: string; readonly refresh: string }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks).toString()
}

function reflect(arrived: string[], { access, refresh }: MirrorApi['tokens']) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    const url = new URL(request.url ?? '/', 'http://mirror.test')
    const posted = await bodyOf(request)
    const query = [...url.searchParams]
    const said = JSON.stringify({ headers: request.headers, url: request.url, query, posted })
    arrived.push(said)
    const answers: Readonly<Record<string, readonly [status: number, type: string, body: string]>> = {
      '/echo': [200, 'application/json', said],
      '/fail': [500, 'application/json', said],
      '/html': [200, 'text/html', `<!doctype html><pre>${said}</pre>`],
      '/broken': [200, 'application/json', said.slice(0, -1)],
      '/token': [
        200,
        'application/json',
        JSON.stringify({ access_token: access, refresh_token: refresh, token_type: 'Bearer', expires_in: 3600, said }),
      ],
      '/no-token': [400, 'application/json', JSON.stringify({ error: 'invalid_client', error_description: said })],
    }
    const [status, type, body] = answers[url.pathname] ?? [404, 'application/json', said]
    const { authorization, 'x-canary': key } = request.headers
    const echo = String(authorization ?? key ?? '')
    response
      .writeHead(status, {
        'content-type': type,
        link: `<${url.href}>; rel="self"`,
        'x-echo': echo,
        'x-said': encodeURIComponent(said),
      })
      .end(body)
  }
}

/** Starts a mirror on a free port. */
export async function startMirrorApi(): Promise<MirrorApi> {
  const arrived: string[] = []
  const tokens = { access: `access/${randomUUID()}`, refresh: `refresh+${randomUUID()}` }
  const answer = reflect(arrived, tokens)
  const listener = await listenLocally((request, response) => void answer(request, response))
  return { ...listener, arrived, tokens }
}
