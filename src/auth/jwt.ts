import { err, ok, problem, type Json, type Problem, type Result } from '#base'
import { AuthRow } from '#domain'
import { SignJWT, type JWTPayload } from 'jose'
import * as z from 'zod'
import { headerProblem, withHeader, type MadeToken } from './auth-request.ts'
import type { AuthType, SignContext } from './auth-type.ts'
import { pemLines } from './pem-lines.ts'
import { importPrivateKey, type KeyUse } from './private-key.ts'
import { utf8Of } from './secret-bytes.ts'

const PLACE = '${token}'
const Text = z.string().default('')

export const JwtSettings = z.object({
  algorithm: z.enum(['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384']),
  issuer: Text,
  subject: Text,
  audience: Text,
  /** Seconds. */
  lifetime: z.coerce.number().int().positive().max(86_400).default(300),
  keyId: Text,
  claims: z.array(AuthRow).default([]),
  headerName: z.string().default('Authorization'),
  valueTemplate: z.string().default(`Bearer ${PLACE}`),
})
export type JwtSettings = z.infer<typeof JwtSettings>

export const JwtSecrets = z.object({ signingSecret: Text, privateKey: Text })
export type JwtSecrets = z.infer<typeof JwtSecrets>

const HASHES = { '256': 'SHA-256', '384': 'SHA-384', '512': 'SHA-512' } as const

/** The shortest secret of an algorithm: as many bits as its hash has (RFC 7518 section 3.2). */
const shortest = (algorithm: string): number => Number(algorithm.slice(2)) / 8

function keyUseOf(algorithm: JwtSettings['algorithm']): KeyUse {
  const hash = HASHES[algorithm.slice(2) as keyof typeof HASHES]
  if (algorithm.startsWith('RS')) return { name: 'RSASSA-PKCS1-v1_5', hash, leastBits: 2048 }
  return { name: 'ECDSA', namedCurve: algorithm === 'ES256' ? 'P-256' : 'P-384' }
}

async function keyOf(
  { algorithm }: JwtSettings,
  { signingSecret, privateKey }: JwtSecrets,
): Promise<Result<CryptoKey | Uint8Array<ArrayBuffer>, Problem>> {
  if (!algorithm.startsWith('HS')) return importPrivateKey(privateKey, keyUseOf(algorithm), 'privateKey')
  if (signingSecret === '') return err(problem('auth-value-missing', { field: 'signingSecret' }))
  const bytes = utf8Of(signingSecret, 'signingSecret')
  if (!bytes.ok || bytes.value.length >= shortest(algorithm)) return bytes
  return err(problem('signing-secret-short', { field: 'signingSecret', algorithm, bytes: shortest(algorithm) }))
}

/** Whether a number is still what was written: others are account numbers, and must not be rounded. */
const isExact = (json: number): boolean => (Number.isInteger(json) ? Number.isSafeInteger(json) : Number.isFinite(json))

/** A claim that is JSON is taken as JSON: `true`, `42`, `["a", "b"]`, `"42"` for the text. Everything else is text. */
function claimOf(value: string): Json {
  try {
    const json = JSON.parse(value) as Json
    return typeof json !== 'number' || isExact(json) ? json : value
  } catch {
    return value
  }
}

/** How old a token gets at most before another one is made, in seconds: some APIs take only young ones. */
const OLDEST = 300

/**
 * Whether a token that was made before goes with a request of now: half of its life is left, as clocks differ and a request
 * takes its time. One from the future tells that the clock was set back.
 */
function isFresh({ issuedAt }: MadeToken, { lifetime }: JwtSettings, now: number): boolean {
  const age = now - issuedAt
  return age >= 0 && age <= Math.min(lifetime / 2, OLDEST)
}

function payloadOf(settings: JwtSettings, now: number): JWTPayload {
  const claims = settings.claims.filter(({ name }) => name !== '')
  const named = { iss: settings.issuer, sub: settings.subject, aud: settings.audience }
  return {
    ...Object.fromEntries(claims.map(({ name, value }) => [name, claimOf(value)])),
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== '')),
    iat: now,
    exp: now + settings.lifetime,
  }
}

async function tokenOf(
  settings: JwtSettings,
  secrets: JwtSecrets,
  { clock, made }: SignContext,
): Promise<Result<MadeToken, Problem>> {
  const now = Math.floor(clock() / 1000)
  if (made && isFresh(made, settings, now)) return ok(made)
  const key = await keyOf(settings, secrets)
  if (!key.ok) return key
  const { algorithm, keyId } = settings
  const value = await new SignJWT(payloadOf(settings, now))
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(keyId !== '' && { kid: keyId }) })
    .sign(key.value)
  return ok({ value, issuedAt: now })
}

/**
 * A signed token (RFC 7519) in a header, the same for the requests of a while. Problems: `auth-value-missing`,
 * `auth-value-invalid`, `signing-secret-short` {algorithm, bytes}, `template-without-token`, those of a header and of a
 * private key.
 */
export const jwt: AuthType<JwtSettings, JwtSecrets> = {
  type: 'jwt',
  settings: JwtSettings,
  secrets: JwtSecrets,
  sign: async (request, settings, secrets, context) => {
    const { headerName, valueTemplate } = settings
    if (!valueTemplate.includes(PLACE)) return err(problem('template-without-token', { field: 'valueTemplate' }))
    const token = await tokenOf(settings, secrets, context)
    if (!token.ok) return token
    const value = valueTemplate.split(PLACE).join(token.value.value)
    const wrong = headerProblem(headerName, value)
    return wrong ? err(wrong) : ok({ ...withHeader(request, headerName, value), made: token.value })
  },
  redactionValues: ({ signingSecret, privateKey }, { headerName }) => ({
    values: [signingSecret, privateKey, ...pemLines(privateKey)].filter((value) => value !== ''),
    fields: ['signingSecret', 'privateKey', headerName],
  }),
}
