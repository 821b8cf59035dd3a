import { err, hasLoneSurrogate, ok, problem, toBase64, type Problem, type Result } from '#base'
import * as z from 'zod'
import { headerProblem, withHeader, type AuthRequest } from './auth-request.ts'
import type { AuthType, SignContext } from './auth-type.ts'
import { digestOf, hmacOf, type HashName } from './hash.ts'
import { baseStringOf, formParametersOf, percentEncoded, type Parameter } from './oauth1-base-string.ts'
import { pemLines } from './pem-lines.ts'
import { importPrivateKey } from './private-key.ts'

const Switch = (initial: 'on' | 'off') => z.enum(['on', 'off']).default(initial)

export const OAuth1Settings = z.object({
  signatureMethod: z
    .enum(['HMAC-SHA1', 'HMAC-SHA256', 'HMAC-SHA512', 'RSA-SHA1', 'RSA-SHA256', 'RSA-SHA512', 'PLAINTEXT'])
    .default('HMAC-SHA1'),
  consumerKey: z.string().min(1),
  /** `oauth_version` may be left out (RFC 5849 section 3.1), and some servers refuse it. */
  includeVersion: Switch('on'),
  /** `oauth_body_hash` (OAuth Request Body Hash 1.0, draft 4) for bodies that are no form. */
  bodyHash: Switch('off'),
  realm: z.string().default(''),
})
export type OAuth1Settings = z.infer<typeof OAuth1Settings>

const Text = z.string().default('')
export const OAuth1Secrets = z.object({ consumerSecret: Text, privateKey: Text, oauthToken: Text, tokenSecret: Text })
export type OAuth1Secrets = z.infer<typeof OAuth1Secrets>

const HASHES: Readonly<Record<string, HashName>> = { SHA1: 'SHA-1', SHA256: 'SHA-256', SHA512: 'SHA-512' }

/** What servers of OAuth 1.0a still take: most of their keys are from before 2048 bits were usual. */
const LEAST_BITS = 1024

const encoder = new TextEncoder()

const methodOf = ({ signatureMethod }: OAuth1Settings) => {
  const [scheme = '', hash = ''] = signatureMethod.split('-')
  return { scheme, hash: HASHES[hash] ?? 'SHA-1' } as const
}

/** The signature of a base string (RFC 5849 section 3.4). */
async function signatureOf(
  base: string,
  settings: OAuth1Settings,
  secrets: OAuth1Secrets,
): Promise<Result<string, Problem>> {
  const { scheme, hash } = methodOf(settings)
  const bytes = encoder.encode(base)
  if (scheme === 'RSA') {
    const use = { name: 'RSASSA-PKCS1-v1_5', hash, leastBits: LEAST_BITS } as const
    const key = await importPrivateKey(secrets.privateKey, use, 'privateKey')
    return key.ok ? ok(toBase64(new Uint8Array(await crypto.subtle.sign(use.name, key.value, bytes)))) : key
  }
  if (secrets.consumerSecret === '') return err(problem('auth-value-missing', { field: 'consumerSecret' }))
  const pair = `${percentEncoded(secrets.consumerSecret)}&${percentEncoded(secrets.tokenSecret)}`
  return ok(scheme === 'PLAINTEXT' ? pair : toBase64(await hmacOf(hash, encoder.encode(pair), bytes)))
}

/** The `oauth_…` parameters of section 3.1, without the signature. */
async function protocolParameters(
  request: AuthRequest,
  settings: OAuth1Settings,
  secrets: OAuth1Secrets,
  { clock, nonce }: SignContext,
): Promise<readonly Parameter[]> {
  const isForm = formParametersOf(request) !== null
  const isHashed = settings.bodyHash === 'on' && !isForm && settings.signatureMethod !== 'PLAINTEXT'
  const hash = isHashed ? await digestOf(methodOf(settings).hash, request.body ?? new Uint8Array()) : null
  return [
    ['oauth_consumer_key', settings.consumerKey],
    ['oauth_signature_method', settings.signatureMethod],
    ['oauth_timestamp', String(Math.floor(clock() / 1000))],
    ['oauth_nonce', nonce()],
    ...(secrets.oauthToken === '' ? [] : [['oauth_token', secrets.oauthToken] as const]),
    ...(settings.includeVersion === 'on' ? [['oauth_version', '1.0'] as const] : []),
    ...(hash ? [['oauth_body_hash', toBase64(hash)] as const] : []),
  ]
}

/** The realm is no parameter of OAuth: it is quoted as RFC 9110 section 5.6.4 has it, and not signed. */
const quotedRealm = (realm: string): readonly string[] =>
  realm === '' ? [] : [`realm="${realm.replaceAll(/["\\]/g, String.raw`\$&`)}"`]

/**
 * Signs a request as RFC 5849 section 3 says, with further `oauth_…` parameters where a token is asked for (`oauth_callback`,
 * `oauth_verifier`). Problems: `auth-value-missing` and `auth-value-invalid` {field}, those of a header and of a private key.
 */
export async function signOAuth1(
  request: AuthRequest,
  settings: OAuth1Settings,
  secrets: OAuth1Secrets,
  context: SignContext,
  further: Readonly<Record<string, string>> = {},
): Promise<Result<AuthRequest, Problem>> {
  const halved = Object.entries({ ...secrets, ...settings }).find(([, value]) => hasLoneSurrogate(value))
  if (halved) return err(problem('auth-value-invalid', { field: halved[0] }))
  const own = [...(await protocolParameters(request, settings, secrets, context)), ...Object.entries(further)]
  const signature = await signatureOf(baseStringOf(request, own), settings, secrets)
  if (!signature.ok) return signature
  const signed: readonly Parameter[] = [...own, ['oauth_signature', signature.value]]
  const parts = signed.map(([name, value]) => `${percentEncoded(name)}="${percentEncoded(value)}"`)
  const value = `OAuth ${[...quotedRealm(settings.realm), ...parts].join(', ')}`
  const wrong = headerProblem('Authorization', value)
  return wrong ? err(wrong) : ok(withHeader(request, 'Authorization', value))
}

/** OAuth 1.0a (RFC 5849): every request signed with a consumer's secret or key, and with a token's secret where there is one. */
export const oauth1: AuthType<OAuth1Settings, OAuth1Secrets> = {
  type: 'oauth1',
  settings: OAuth1Settings,
  secrets: OAuth1Secrets,
  sign: (request, settings, secrets, context) => signOAuth1(request, settings, secrets, context),
  redactionValues: ({ consumerSecret, privateKey, oauthToken, tokenSecret }) => {
    const secrets = [consumerSecret, privateKey, oauthToken, tokenSecret, ...pemLines(privateKey)]
    // PLAINTEXT escapes the secrets, and the header escapes that; an address with the header in it does so once more.
    const escaped = [consumerSecret, tokenSecret]
      .filter((value) => !hasLoneSurrogate(value))
      .map(percentEncoded)
      .flatMap((once) => [once, percentEncoded(once), percentEncoded(percentEncoded(once))])
    return {
      values: [...new Set([...secrets, ...escaped])].filter((value) => value !== ''),
      fields: ['consumerSecret', 'privateKey', 'oauthToken', 'tokenSecret', 'oauth_token', 'Authorization'],
    }
  },
}
