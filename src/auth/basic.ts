import { err, hasLoneSurrogate, ok, problem, toBase64 } from '#base'
import * as z from 'zod'
import { withHeader } from './auth-request.ts'
import type { AuthType } from './auth-type.ts'

export const BasicSecrets = z.object({ username: z.string(), password: z.string().default('') })
export type BasicSecrets = z.infer<typeof BasicSecrets>

const CONTROL = /\p{Cc}/u

const isUnsendable = (text: string): boolean => CONTROL.test(text) || hasLoneSurrogate(text)

const credentialsOf = ({ username, password }: BasicSecrets): string =>
  toBase64(new TextEncoder().encode(`${username}:${password}`))

/** User name and password in the `Authorization` header, in UTF-8 (RFC 7617 section 2.1). */
export const basic: AuthType<object, BasicSecrets> = {
  type: 'basic',
  settings: z.object({}),
  secrets: BasicSecrets,
  sign: async (request, _settings, secrets) => {
    // RFC 7617 section 2: a user name cannot hold a colon, and neither part control characters.
    if (secrets.username.includes(':')) return err(problem('username-with-colon', { field: 'username' }))
    if (isUnsendable(secrets.username)) return err(problem('auth-value-invalid', { field: 'username' }))
    if (isUnsendable(secrets.password)) return err(problem('auth-value-invalid', { field: 'password' }))
    return ok(withHeader(request, 'Authorization', `Basic ${credentialsOf(secrets)}`))
  },
  redactionValues: (secrets) => ({
    values: secrets.password === '' ? [] : [secrets.password, credentialsOf(secrets)],
    fields: ['password', 'Authorization'],
  }),
}
