import { methodSecret, needed, optional, secret, shown, when, type AuthField } from '../auth-field.ts'

const shared = ['HMAC-SHA1', 'HMAC-SHA256', 'HMAC-SHA512', 'PLAINTEXT'] as const
const rsa = ['RSA-SHA1', 'RSA-SHA256', 'RSA-SHA512'] as const
const own = when('flow', 'tokens')
const threeLegged = when('flow', 'three-legged')
const withSecret = when('signatureMethod', ...shared)
const withKey = when('signatureMethod', ...rsa)

/**
 * RFC 5849. With tokens of one's own the consumer's secret belongs to the connection, since only its base URL says where
 * it may be used; three-legged it belongs to the method.
 */
export const oauth1Fields: readonly AuthField[] = [
  { ...needed, key: 'flow', kind: 'choice', choices: ['tokens', 'three-legged'], initial: 'tokens' },
  { ...needed, key: 'signatureMethod', kind: 'choice', choices: [...shared, ...rsa], initial: 'HMAC-SHA1' },
  { ...needed, key: 'requestTokenUrl', kind: 'url', showWhen: [threeLegged] },
  { ...needed, key: 'authorizationUrl', kind: 'url', showWhen: [threeLegged] },
  { ...needed, key: 'accessTokenUrl', kind: 'url', showWhen: [threeLegged] },
  { ...needed, key: 'consumerKey', kind: 'text' },
  { ...methodSecret, key: 'consumerSecret', showWhen: [threeLegged, withSecret] },
  { ...methodSecret, key: 'privateKey', kind: 'pem', showWhen: [threeLegged, withKey] },
  { ...needed, key: 'includeVersion', kind: 'switch', initial: 'on', advanced: true },
  { ...needed, key: 'bodyHash', kind: 'switch', initial: 'off', advanced: true },
  { ...optional, key: 'realm', kind: 'text', advanced: true },
  { ...secret, key: 'consumerSecret', showWhen: [own, withSecret] },
  { ...secret, key: 'privateKey', kind: 'pem', showWhen: [own, withKey] },
  { ...shown, key: 'oauthToken', required: false, showWhen: [own] },
  { ...secret, key: 'tokenSecret', required: false, showWhen: [own, withSecret] },
]
