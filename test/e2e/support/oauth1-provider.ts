import { createHmac, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import OAuth from 'oauth-1.0a'
import { listenLocally, type LocalListener } from './local-listener.ts'

/** An OAuth 1.0a provider with three legs (RFC 5849 section 2) that checks signatures with somebody else's code. */
export interface OAuth1Provider extends LocalListener {
  readonly consumer: { readonly key: string; readonly secret: string }
  readonly urls: {
    readonly requestTokenUrl: string
    readonly authorizationUrl: string
    readonly accessTokenUrl: string
  }
  /** Wants requests signed with an access token. */
  readonly apiUrl: string
  /** What was asked, in order: the path, and why it was refused. */
  readonly asked: readonly { readonly path: string; readonly refusal: string | null }[]
}

type Parameters = Readonly<Record<string, string>>

/** The parameters of an `Authorization: OAuth …` line. */
function parametersOf({ headers }: IncomingMessage): Parameters {
  const pairs = [...(headers.authorization ?? '').matchAll(/([a-z_]+)="([^"]*)"/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decodeURIComponent(value)]))
}

interface Issued {
  readonly secret: string
  readonly callback: string
  verifier: string | null
  isSpent: boolean
}

const form = (values: Parameters): string => new URLSearchParams(values).toString()

/** Starts it on a port of its own; pages of other origins may call it. */
export async function startOAuth1Provider(): Promise<OAuth1Provider> {
  const consumer = { key: `consumer-${randomUUID()}`, secret: `consumer-secret-&=+ ${randomUUID()}` }
  const oracle = new OAuth({
    consumer,
    signature_method: 'HMAC-SHA1',
    hash_function: (text, key) => createHmac('sha1', key).update(text).digest('base64'),
  })
  const requests = new Map<string, Issued>()
  const accesses = new Map<string, string>()
  const asked: { path: string; refusal: string | null }[] = []
  let origin = ''

  const isSigned = (request: IncomingMessage, { oauth_signature: signature, ...data }: Parameters, secret: string) => {
    const { realm: _, ...rest } = data
    const asSent = { url: `${origin}${request.url ?? ''}`, method: request.method ?? '', data: {} }
    const known = rest as unknown as OAuth.Data
    return data['oauth_consumer_key'] === consumer.key && oracle.getSignature(asSent, secret, known) === signature
  }

  const refusalOf = (request: IncomingMessage, path: string, given: Parameters): string | null => {
    const token = given['oauth_token'] ?? ''
    if (path === '/initiate') {
      if (given['oauth_callback'] === undefined) return 'parameter_absent'
      return isSigned(request, given, '') ? null : 'signature_invalid'
    }
    if (path === '/token') {
      const issued = requests.get(token)
      if (!issued || issued.isSpent) return 'token_rejected'
      if (issued.verifier === null || given['oauth_verifier'] !== issued.verifier) return 'verifier_invalid'
      return isSigned(request, given, issued.secret) ? null : 'signature_invalid'
    }
    const secret = accesses.get(token)
    return secret !== undefined && isSigned(request, given, secret) ? null : 'signature_invalid'
  }

  const answer = (path: string, given: Parameters): string => {
    const token = `token-${randomUUID()}`
    const secret = `secret-${randomUUID()}`
    if (path === '/initiate') {
      requests.set(token, { secret, callback: given['oauth_callback'] ?? '', verifier: null, isSpent: false })
      return form({ oauth_token: token, oauth_token_secret: secret, oauth_callback_confirmed: 'true' })
    }
    const issued = requests.get(given['oauth_token'] ?? '')
    if (issued) issued.isSpent = true
    accesses.set(token, secret)
    return form({ oauth_token: token, oauth_token_secret: secret })
  }

  const authorize = (url: URL, response: ServerResponse): void => {
    const token = url.searchParams.get('oauth_token') ?? ''
    const issued = requests.get(token)
    if (!issued) return void response.writeHead(400).end('Unknown token')
    if (!url.searchParams.has('allow')) {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      const field = `<input type="hidden" name="oauth_token" value="${token}">`
      const choice = (value: string, name: string) => `<button name="allow" value="${value}">${name}</button>`
      response.end(
        `<!doctype html><title>Allow?</title><h1>Allow access?</h1><form>${field}${choice('yes', 'Allow')}${choice('no', 'Deny')}</form>`,
      )
      return
    }
    const back = new URL(issued.callback)
    if (url.searchParams.get('allow') === 'no') back.searchParams.set('denied', token)
    else {
      issued.verifier = randomUUID()
      back.searchParams.set('oauth_token', token)
      back.searchParams.set('oauth_verifier', issued.verifier)
    }
    response.writeHead(302, { Location: back.href }).end()
  }

  const listener = await listenLocally((request, response) => {
    const url = new URL(request.url ?? '/', origin)
    if (url.pathname === '/authorize') return authorize(url, response)
    // A browser asks for it by itself.
    if (url.pathname === '/favicon.ico') return void response.writeHead(404).end()
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    const given = parametersOf(request)
    const refusal = refusalOf(request, url.pathname, given)
    asked.push({ path: url.pathname, refusal })
    if (refusal !== null) return void response.writeHead(401).end(form({ oauth_problem: refusal }))
    if (url.pathname.startsWith('/api')) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ hello: 'ada' }))
    } else {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(answer(url.pathname, given))
    }
  })
  origin = listener.url
  return {
    ...listener,
    consumer,
    urls: {
      requestTokenUrl: `${origin}/initiate`,
      authorizationUrl: `${origin}/authorize`,
      accessTokenUrl: `${origin}/token`,
    },
    apiUrl: `${origin}/api`,
    asked,
  }
}
