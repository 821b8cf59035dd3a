import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { listenLocally, type LocalListener } from './local-listener.ts'

/** What RFC 6749 section 2.3.1 has to be read for; this provider takes no signs beyond ASCII. */
const AWKWARD = ': +%25&=~'

export interface OidcOptions {
  /** Whether pages of other origins may call the token endpoint. */
  readonly cors?: boolean
  /** The pages isolate themselves from whoever opened them. */
  readonly coop?: boolean
  /** Seconds an access token lives. */
  readonly tokenSeconds?: number
  /** The client shows its secret in the body, not in a header. */
  readonly bodySecret?: boolean
}

/** oidc-provider as somebody's identity provider, with an API behind it that wants its access tokens. */
export interface OidcProvider extends LocalListener {
  /** A client with a secret, for codes, refresh tokens and client credentials. */
  readonly client: { readonly id: string; readonly secret: string }
  /** A client without a secret, for codes. */
  readonly publicClient: string
  /** A client without a secret, for devices. */
  readonly deviceClient: string
  /** `authorizationUrl`, `tokenUrl`, `deviceUrl`, as an auth method has them. */
  readonly urls: {
    readonly authorizationUrl: string
    readonly tokenUrl: string
    readonly deviceUrl: string
    readonly issuer: string
  }
  /** What was asked of the token endpoint, in order: the grant type, and whether it was given. */
  readonly grants: readonly { readonly type: string; readonly error: string | null }[]
  /** Every access token the API was shown, in order. */
  readonly shown: readonly string[]
  /**
   * From now on the API refuses a token, though it has not ended. With `together` it answers nobody who shows it before
   * that many have: they all learn of it at once.
   */
  readonly refuseToken: (token: string, together?: number) => void
  /** The person takes back all consent: neither access nor refresh tokens are good from now on. */
  readonly withdraw: () => Promise<void>
  /** `/api`, open to pages: an object, for whoever shows a token of this provider. */
  readonly apiUrl: string
  /** Where consent may come back to: `http://localhost:4400/oauth/callback`. Nothing is served before it is known. */
  readonly register: (redirectUri: string) => Promise<void>
}

/** Says that a token is no good. */
type Refusal = () => Promise<false>

/** One that says it to nobody before so many have asked. */
function createRefusal(together: number): Refusal {
  let asked = 0
  let release: () => void = () => undefined
  const isTime = new Promise<void>((resolve) => {
    release = resolve
  })
  return async () => {
    asked += 1
    if (asked >= together) release()
    await isTime
    return false
  }
}

/** Node 20 does not have it, and the provider was written for one that does. */
function provideUrlParse(): void {
  const known = URL as typeof URL & { parse?: (url: string, base?: string) => URL | null }
  known.parse ??= (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null)
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`

/** Asks the person, once for everything. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  note: (grant: string) => void,
): Promise<void> {
  const details = await provider.interactionDetails(request, response)
  const { uid, params, session, grantId } = details
  if (request.method === 'GET') {
    const form = (name: string, to: string) =>
      `<form method="post" action="/interaction/${uid}/${to}"><button>${name}</button></form>`
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end(page('Allow access?', form('Allow', 'allow') + form('Deny', 'deny')))
    return
  }
  if (request.url?.endsWith('/deny')) {
    const denied = { error: 'access_denied', error_description: 'The person said no' }
    await provider.interactionFinished(request, response, denied, { mergeWithLastSubmission: false })
    return
  }
  const accountId = session?.accountId ?? 'ada'
  const grant =
    (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
    new provider.Grant({ accountId, clientId: String(params['client_id']) })
  grant.addOIDCScope('openid offline_access')
  const saved = await grant.save()
  note(saved)
  const answer = { login: { accountId }, consent: { grantId: saved } }
  await provider.interactionFinished(request, response, answer, { mergeWithLastSubmission: true })
}

interface Clients extends Pick<OidcProvider, 'client' | 'publicClient' | 'deviceClient'> {
  readonly redirectUri: string
}

function clientsOf({ client, publicClient, deviceClient, redirectUri }: Clients, bodySecret: boolean) {
  const codes = { redirect_uris: [redirectUri], response_types: ['code' as const], application_type: 'native' as const }
  return [
    {
      ...codes,
      client_id: client.id,
      client_secret: client.secret,
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      token_endpoint_auth_method: bodySecret ? ('client_secret_post' as const) : ('client_secret_basic' as const),
    },
    {
      ...codes,
      client_id: publicClient,
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'none' as const,
    },
    {
      client_id: deviceClient,
      redirect_uris: [],
      response_types: [],
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      application_type: 'native' as const,
      token_endpoint_auth_method: 'none' as const,
    },
  ]
}

async function createProvider(issuer: string, clients: Clients, options: OidcOptions): Promise<Provider> {
  const { cors = true, tokenSeconds = 3600, bodySecret = false } = options
  provideUrlParse()
  const { default: OidcProviderClass } = await import('oidc-provider')
  return new OidcProviderClass(issuer, {
    clients: clientsOf(clients, bodySecret),
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    scopes: ['openid', 'offline_access', 'read'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    clientBasedCORS: () => cors,
    cookies: { keys: [randomUUID()] },
    ttl: {
      AccessToken: tokenSeconds,
      ClientCredentials: tokenSeconds,
      AuthorizationCode: 60,
      DeviceCode: 600,
      RefreshToken: 86_400,
      Session: 3600,
      Grant: 86_400,
      Interaction: 600,
      IdToken: 3600,
    },
  })
}

/** An API that wants this provider's tokens. `see` hears each token, and says whether it may still be used. */
function createApi(provider: Provider, see: (token: string) => boolean | Promise<boolean>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type')
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const isAllowed = await see(token)
    const access = await provider.AccessToken.find(token)
    const isGranted = access?.grantId !== undefined && (await provider.Grant.find(access.grantId)) !== undefined
    const known = isGranted ? access : await provider.ClientCredentials.find(token)
    const isGood = isAllowed && known !== undefined && !known.isExpired
    response.writeHead(isGood ? 200 : 401, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(isGood ? { hello: 'ada' } : { error: 'invalid_token' }))
  }
}

/** Starts the provider on a port of its own. */
export async function startOidcProvider(options: OidcOptions = {}): Promise<OidcProvider> {
  const client = { id: `client-${randomUUID()}`, secret: `${AWKWARD}${randomUUID()}` }
  const publicClient = `public-${randomUUID()}`
  const deviceClient = `device-${randomUUID()}`
  const grants: { type: string; error: string | null }[] = []
  const shown: string[] = []
  const given: string[] = []
  const refusals = new Map<string, Refusal>()
  let handle: RequestListener = (_, response) => response.writeHead(503).end()
  let registered: Provider | undefined
  const listener = await listenLocally((request, response) => handle(request, response))
  const issuer = listener.url

  const register = async (redirectUri: string) => {
    const provider = await createProvider(issuer, { client, publicClient, deviceClient, redirectUri }, options)
    registered = provider
    provider.on('grant.success', ({ oidc }) => grants.push({ type: String(oidc.params?.['grant_type']), error: null }))
    provider.on('grant.error', ({ oidc }, { error }) =>
      grants.push({ type: String(oidc.params?.['grant_type']), error }),
    )
    const serve = provider.callback()
    const api = createApi(provider, (token) => {
      shown.push(token)
      return refusals.get(token)?.() ?? true
    })
    handle = (request, response) => {
      if (options.coop) response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
      if (request.url?.startsWith('/api')) void api(request, response)
      else if (request.url?.startsWith('/interaction/')) {
        interact(provider, request, response, (grant) => given.push(grant)).catch(() => response.writeHead(500).end())
      } else void serve(request, response)
    }
  }

  return {
    ...listener,
    client,
    publicClient,
    deviceClient,
    urls: {
      authorizationUrl: `${issuer}/auth`,
      tokenUrl: `${issuer}/token`,
      deviceUrl: `${issuer}/device/auth`,
      issuer,
    },
    grants,
    shown,
    refuseToken: (token, together = 1) => refusals.set(token, createRefusal(together)),
    withdraw: async () => {
      for (const id of given.splice(0)) await (await registered?.Grant.find(id))?.destroy()
    },
    apiUrl: `${issuer}/api`,
    register,
  }
}
