import { err, ok } from '#base'
import * as z from 'zod'
import { headerProblem, withHeader } from './auth-request.ts'
import type { AuthType } from './auth-type.ts'

export const BearerSecrets = z.object({ token: z.string().min(1) })
export type BearerSecrets = z.infer<typeof BearerSecrets>

/** A token in the `Authorization` header (RFC 6750 section 2.1). */
export const bearer: AuthType<object, BearerSecrets> = {
  type: 'bearer',
  settings: z.object({}),
  secrets: BearerSecrets,
  sign: async (request, _settings, { token }) => {
    const value = `Bearer ${token}`
    const wrong = headerProblem('Authorization', value)
    return wrong ? err(wrong) : ok(withHeader(request, 'Authorization', value))
  },
  redactionValues: ({ token }) => ({ values: [token], fields: ['token', 'Authorization'] }),
}
