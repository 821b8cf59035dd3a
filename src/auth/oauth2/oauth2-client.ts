import { err, ok, problem, type Problem, type Result } from '#base'
import { authRowsOf, type AuthRow } from '#domain'
import * as z from 'zod'
import { endpointUrl } from './endpoint-url.ts'

/** The settings of an OAuth 2.0 auth method as they are stored, with what is assumed where one is left out. */
const Settings = z.object({
  grant: z.enum(['authorization-code', 'client-credentials', 'password', 'device']).default('authorization-code'),
  authorizationUrl: z.string().default(''),
  deviceUrl: z.string().default(''),
  tokenUrl: z.string(),
  clientId: z.string().min(1),
  scopes: z.string().default(''),
  scopeSeparator: z.enum(['space', 'comma']).default('space'),
  clientAuth: z.enum(['header', 'body']).default('header'),
  pkce: z.enum(['on', 'off']).default('on'),
  issuer: z.string().default(''),
  authorizationParameters: z.unknown().optional(),
  tokenParameters: z.unknown().optional(),
})

/** An OAuth 2.0 client as a provider knows it: what is asked, and where. Holds no secret. */
export interface OAuth2Client {
  readonly grant: z.infer<typeof Settings>['grant']
  /** Of the authorization code grant alone. */
  readonly authorizationUrl: URL | null
  /** Of the device grant alone. */
  readonly deviceUrl: URL | null
  readonly tokenUrl: URL
  readonly clientId: string
  /** As it is sent; empty: none is asked for. */
  readonly scope: string
  readonly clientAuth: 'header' | 'body'
  readonly pkce: boolean
  /** Who must have answered (RFC 9207); null: nobody in particular. */
  readonly issuer: string | null
  readonly authorizationParameters: readonly AuthRow[]
  readonly tokenParameters: readonly AuthRow[]
}

const rowsOf = (setting: unknown): readonly AuthRow[] => authRowsOf(setting).filter(({ name }) => name.trim() !== '')

/** The names in a text, with white space or commas between them. */
const namesOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter((name) => name !== '')

/** Reads an auth method's settings. Problems: `auth-settings-invalid` {field}, and those of `endpointUrl`. */
export function oauth2ClientOf(settings: unknown): Result<OAuth2Client, Problem> {
  const parsed = Settings.safeParse(settings)
  if (!parsed.success) {
    return err(problem('auth-settings-invalid', { field: String(parsed.error.issues[0]?.path[0] ?? '') }))
  }
  const known = parsed.data
  const tokenUrl = endpointUrl(known.tokenUrl, 'tokenUrl')
  if (!tokenUrl.ok) return tokenUrl
  const hasWindow = known.grant === 'authorization-code'
  const authorizationUrl = hasWindow ? endpointUrl(known.authorizationUrl, 'authorizationUrl') : ok(null)
  if (!authorizationUrl.ok) return authorizationUrl
  const deviceUrl = known.grant === 'device' ? endpointUrl(known.deviceUrl, 'deviceUrl') : ok(null)
  if (!deviceUrl.ok) return deviceUrl
  return ok({
    grant: known.grant,
    authorizationUrl: authorizationUrl.value,
    deviceUrl: deviceUrl.value,
    tokenUrl: tokenUrl.value,
    clientId: known.clientId,
    scope: namesOf(known.scopes).join(known.scopeSeparator === 'comma' ? ',' : ' '),
    clientAuth: known.clientAuth,
    pkce: known.pkce === 'on',
    issuer: known.issuer.trim() === '' ? null : known.issuer.trim(),
    authorizationParameters: rowsOf(known.authorizationParameters),
    tokenParameters: rowsOf(known.tokenParameters),
  })
}
