import { err, fromBase64Url, ok, problem, toBase64Url, type Problem, type Result } from '#base'
import { encodeParts } from './additional-data.ts'
import type { RawVaultKey } from './seal.ts'

/** Fewer iterations make guessing too cheap (OWASP's figure for PBKDF2-SHA256). */
export const LEAST_ITERATIONS = 600_000
/** More would let a changed record keep the worker busy for minutes. */
export const MOST_ITERATIONS = 5_000_000
/** Characters of a passphrase after normalisation. */
export const SHORTEST_PASSPHRASE = 8

const KDF = 'PBKDF2-SHA256'
const SALT_BYTES = 16
const IV_BYTES = 12
/** The 32 bytes of the vault key and the 16 of the tag. */
const WRAPPED_BYTES = 48

/** The vault key under a key derived from a passphrase: AES-256-GCM, PBKDF2 (RFC 8018 section 5.2). Bytes in base64url. */
export interface PassphraseWrap {
  readonly version: number
  readonly kdf: string
  readonly iterations: number
  readonly salt: string
  readonly iv: string
  readonly ciphertext: string
}

type WrapFacts = Pick<PassphraseWrap, 'version' | 'kdf' | 'iterations' | 'salt'>

/** What the wrap vouches for beside the key: nobody makes the derivation cheaper and keeps it openable. */
const wrapData = (vault: string, { version, kdf, iterations, salt }: WrapFacts) =>
  encodeParts(['patchbay/vault-key/passphrase', version, vault, kdf, iterations, salt])

/** The same passphrase typed on another keyboard is the same: compatibility forms are folded (Unicode NFKC). */
const normalised = (passphrase: string): string => passphrase.normalize('NFKC')

/** Problem `passphrase-too-short` {limit}. */
export function checkPassphrase(passphrase: string): Result<void, Problem> {
  const isLong = [...normalised(passphrase)].length >= SHORTEST_PASSPHRASE
  return isLong ? ok(undefined) : err(problem('passphrase-too-short', { limit: SHORTEST_PASSPHRASE }))
}

async function deriveKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(normalised(passphrase))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  typed.fill(0)
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const TRIAL_ITERATIONS = 100_000
const WANTED_MILLISECONDS = 500

/** The iterations that take about half a second on this machine, within the limits. `stopwatch` in milliseconds. */
export async function calibrateIterations(stopwatch: () => number): Promise<number> {
  const begin = stopwatch()
  await deriveKey('how fast is this machine', new Uint8Array(SALT_BYTES), TRIAL_ITERATIONS)
  const perMillisecond = TRIAL_ITERATIONS / Math.max(stopwatch() - begin, 1)
  const wanted = Math.round((perMillisecond * WANTED_MILLISECONDS) / 10_000) * 10_000
  return Math.min(Math.max(wanted, LEAST_ITERATIONS), MOST_ITERATIONS)
}

/** Wraps a vault key by a passphrase, with a fresh salt and a fresh IV. */
export async function wrapByPassphrase(
  vault: string,
  raw: RawVaultKey,
  passphrase: string,
  iterations: number,
): Promise<PassphraseWrap> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const facts = { version: 1, kdf: KDF, iterations, salt: toBase64Url(salt) }
  const cipher = { name: 'AES-GCM', iv, additionalData: wrapData(vault, facts) }
  const bytes = await crypto.subtle.encrypt(cipher, await deriveKey(passphrase, salt, iterations), raw)
  return { ...facts, iv: toBase64Url(iv), ciphertext: toBase64Url(new Uint8Array(bytes)) }
}

/** The bytes of a base64url text of this length in its one spelling, or `undefined`. */
function exactly(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = fromBase64Url(text)
    return bytes.length === length && toBase64Url(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}

/**
 * The vault key that a passphrase wraps. Everything is checked before anything is derived. Problems: `kdf-parameters`
 * {iterations}, `vault-damaged`, `wrong-passphrase` (also when the wrapped bytes were changed: nobody can tell which).
 */
export async function unwrapByPassphrase(
  vault: string,
  wrap: PassphraseWrap,
  passphrase: string,
): Promise<Result<RawVaultKey, Problem>> {
  const { version, kdf, iterations } = wrap
  const isSound = Number.isInteger(iterations) && iterations >= LEAST_ITERATIONS && iterations <= MOST_ITERATIONS
  if (version !== 1 || kdf !== KDF || !isSound) return err(problem('kdf-parameters', { iterations }))
  const salt = exactly(wrap.salt, SALT_BYTES)
  const iv = exactly(wrap.iv, IV_BYTES)
  const ciphertext = exactly(wrap.ciphertext, WRAPPED_BYTES)
  if (!salt || !iv || !ciphertext) return err(problem('vault-damaged'))
  try {
    const cipher = { name: 'AES-GCM', iv, additionalData: wrapData(vault, wrap) }
    const key = await deriveKey(passphrase, salt, iterations)
    return ok(new Uint8Array(await crypto.subtle.decrypt(cipher, key, ciphertext)))
  } catch {
    return err(problem('wrong-passphrase'))
  }
}
