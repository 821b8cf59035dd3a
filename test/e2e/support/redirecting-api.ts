import { listenLocally, type LocalListener } from './local-listener.ts'
import { recordOf, type RecordedRequest } from './recorded-request.ts'

/** An API that sends every caller on to another origin, and that origin. Both are open to every page. */
export interface RedirectingApi extends LocalListener {
  /** What arrived at the API itself. */
  readonly requests: readonly RecordedRequest[]
  readonly elsewhere: LocalListener & {
    /** What arrived at the other origin; a credential must not be in it. */
    readonly requests: readonly RecordedRequest[]
  }
}

/** Starts both servers. */
export async function startRedirectingApi(): Promise<RedirectingApi> {
  const requests: RecordedRequest[] = []
  const arrived: RecordedRequest[] = []
  const open = (asked: string | undefined) => ({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': asked ?? '*',
    'access-control-allow-methods': '*',
  })
  const elsewhere = await listenLocally((request, response) => {
    const headers = open(request.headers['access-control-request-headers'])
    if (request.method !== 'OPTIONS') arrived.push(recordOf(request))
    response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end('{"arrived":true}')
  })
  const listener = await listenLocally((request, response) => {
    const headers = open(request.headers['access-control-request-headers'])
    if (request.method === 'OPTIONS') {
      response.writeHead(204, headers).end()
      return
    }
    requests.push(recordOf(request))
    response.writeHead(302, { ...headers, location: `${elsewhere.url}${request.url ?? '/'}` }).end()
  })
  const close = async (): Promise<void> => {
    await Promise.all([listener.close(), elsewhere.close()])
  }
  return { ...listener, requests, elsewhere: { ...elsewhere, requests: arrived }, close }
}
