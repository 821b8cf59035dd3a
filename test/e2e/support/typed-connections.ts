import type { TypedConnection } from './ui.ts'

/*
 * The connections that a person enters most often. What a test wants to be different it says: `{ ...withKey(…), accessMode }`.
 */

/** An address that nothing is ever sent to: for connections that are only looked at. */
export const NOWHERE = 'https://api.example.com'

/** A connection that needs no credentials. */
export const withoutAuth = (name: string, baseUrl = NOWHERE): TypedConnection => ({ name, baseUrl, type: 'none' })

/** A connection that signs with a bearer token. */
export const withToken = (name: string, baseUrl: string, token: string): TypedConnection => ({
  name,
  baseUrl,
  type: 'bearer',
  fields: { Token: token },
})

/** A connection that signs with an API key in the header the real API takes it in. */
export const withKey = (name: string, baseUrl: string, key: string): TypedConnection => ({
  name,
  baseUrl,
  type: 'api-key',
  fields: { 'Header name': 'X-API-Key', 'API key': key },
})
