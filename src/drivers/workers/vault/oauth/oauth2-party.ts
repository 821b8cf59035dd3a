import { clientAuthorization, oauth2ClientOf, type OAuth2Client } from '#auth'
import { err, ok, type Result } from '#base'
import type { AccessMode, AuthMethod, Failure } from '#domain'
import { mayGoTo, type Secrets } from '#vault'
import {
  allowInsecureRequests,
  ClientSecretPost,
  customFetch,
  None,
  type AuthorizationServer,
  type Client,
  type ClientAuth,
  type HttpRequestOptions,
} from 'oauth4webapi'
import { sendFailure } from '../../send/send-failure.ts'
import type { VaultContext } from '../vault-context.ts'
import { callEndpoint } from './call-endpoint.ts'
import { openMethodSecrets } from './method-secrets.ts'
import { createOAuthFetch } from './oauth-fetch.ts'

/** The two sides of an OAuth 2.0 conversation, as the library wants them. */
export interface OAuth2Party {
  readonly client: OAuth2Client
  readonly server: AuthorizationServer
  readonly id: Client
  readonly authenticate: ClientAuth
  readonly options: HttpRequestOptions<'POST', URLSearchParams>
  /** The secrets of the method; never in a failure. */
  readonly secrets: Secrets
}

function authenticationOf(client: OAuth2Client, secret: string | undefined): ClientAuth {
  // RFC 6749 section 3.2.1: a public client says who it is, and nothing more.
  if (secret === undefined) return None()
  if (client.clientAuth === 'body') return ClientSecretPost(secret)
  return (_server, { client_id: id }, _body, headers) => {
    headers.set('Authorization', clientAuthorization(id, secret))
  }
}

/**
 * Reads an auth method as a client that can talk to its provider. Failures: those of `oauth2ClientOf` with {method}, those
 * of `openMethodSecrets`, `client-secret-not-bound` {method, origin}.
 */
export async function oauth2PartyOf(
  context: VaultContext,
  method: AuthMethod,
  mode: AccessMode,
): Promise<Result<OAuth2Party, Failure>> {
  const parsed = oauth2ClientOf(method.settings)
  if (!parsed.ok) return err(sendFailure(parsed.error.code, { ...parsed.error.params, method: method.name }))
  const client = parsed.value
  const opened = await openMethodSecrets(context, method)
  if (!opened.ok) return opened
  const { secrets, origins } = opened.value
  const secret = secrets['clientSecret']
  const foreign = [client.tokenUrl, client.deviceUrl].find((url) => url !== null && !mayGoTo(origins, url.href))
  if (secret !== undefined && foreign) {
    return err(sendFailure('client-secret-not-bound', { method: method.name, origin: foreign.origin }))
  }
  return ok({
    client,
    server: {
      issuer: client.issuer ?? client.tokenUrl.origin,
      token_endpoint: client.tokenUrl.href,
      ...(client.deviceUrl && { device_authorization_endpoint: client.deviceUrl.href }),
    },
    id: { client_id: client.clientId },
    authenticate: authenticationOf(client, secret),
    options: {
      [customFetch]: createOAuthFetch((request) => callEndpoint(context, mode, request)),
      // oxlint-disable-next-line typescript/no-deprecated -- `oauth2ClientOf` lets http pass for this machine alone
      [allowInsecureRequests]: true,
    },
    secrets,
  })
}
