import { err, ok, problem } from '#base'
import * as z from 'zod'
import { headerProblem, withHeader } from './auth-request.ts'
import type { AuthType } from './auth-type.ts'
import { formEncoded } from './oauth2/client-authorization.ts'

/** Whatever else is sealed with it - a refresh token, a password, a client secret - is never sent to the API. */
export const OAuth2Secrets = z.object({ accessToken: z.string().default('') }).catchall(z.string())
export type OAuth2Secrets = z.infer<typeof OAuth2Secrets>

/** Values of the connection that are no secret. */
const SHOWN = new Set(['username'])

/** The access token in the `Authorization` header (RFC 6750 section 2.1). How it is had is the host's business. */
export const oauth2: AuthType<object, OAuth2Secrets> = {
  type: 'oauth2',
  settings: z.object({}),
  secrets: OAuth2Secrets,
  sign: async (request, _settings, { accessToken }) => {
    if (accessToken === '') return err(problem('auth-value-missing', { field: 'accessToken' }))
    const value = `Bearer ${accessToken}`
    const wrong = headerProblem('Authorization', value)
    return wrong ? err(wrong) : ok(withHeader(request, 'Authorization', value))
  },
  redactionValues: (secrets) => {
    // Also before there is a token: a provider's refusal may say the client's secret back.
    const own = Object.entries(secrets).filter(([key, value]) => !SHOWN.has(key) && value !== '')
    // A client's secret is escaped before it becomes Base64, so it looks otherwise in there.
    const { clientSecret } = secrets
    const escaped = clientSecret === undefined ? [] : [formEncoded(clientSecret)]
    return {
      values: [...own.map(([, value]) => value), ...escaped],
      fields: [...own.map(([key]) => key), 'Authorization'],
    }
  },
}
