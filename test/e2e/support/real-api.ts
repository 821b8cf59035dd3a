import { randomUUID } from 'node:crypto'
import jsonServer from 'json-server'
import { listenLocally, type LocalListener } from './local-listener.ts'
import { recordOf, type RecordedRequest } from './recorded-request.ts'

/** json-server as somebody else's API: it wants a credential for everything and keeps what is written to it. */
export interface RealApi extends LocalListener {
  /** Accepted as `X-API-Key` header, and as `api_key` in the query or a cookie. */
  readonly key: string
  /** Accepted as `Authorization: Bearer …`. */
  readonly token: string
  /** Accepted as `Authorization: Basic …`. */
  readonly basic: { readonly username: string; readonly password: string }
  /** Every request but CORS preflights, in order, refused ones too. */
  readonly requests: readonly RecordedRequest[]
}

const records = () => ({
  customers: Array.from({ length: 25 }, (_, index) => ({ id: index + 1, name: `Customer ${index + 1}` })),
  orders: Array.from({ length: 5 }, (_, index) => ({ id: index + 1, customerId: index + 1, total: (index + 1) * 10 })),
})

/** Starts the API; with `cors` a page may call it directly, without it only a server may. */
export async function startRealApi({ cors }: { readonly cors: boolean }): Promise<RealApi> {
  const key = `key-${randomUUID()}`
  const token = `token-${randomUUID()}`
  const basic = { username: 'ada', password: `password-${randomUUID()}` }
  const bearerLine = `Bearer ${token}`
  const basicLine = `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString('base64')}`
  const requests: RecordedRequest[] = []

  const app = jsonServer.create()
  app.use(jsonServer.defaults({ logger: false, noCors: !cors }))
  app.use((request, response, next) => {
    requests.push(recordOf(request))
    const { authorization } = request.headers
    const known = [bearerLine, basicLine].includes(authorization ?? '') || request.headers.cookie === `api_key=${key}`
    if (known || request.headers['x-api-key'] === key || request.query['api_key'] === key) next()
    else response.status(401).json({ error: 'A credential is needed' })
  })
  app.use(jsonServer.router(records()))
  const listener = await listenLocally(app)
  return { ...listener, key, token, basic, requests }
}
