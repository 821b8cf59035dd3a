import { fromBase64Url, toBase64Url } from '#base'

const SALT_BYTES = 16
const IV_BYTES = 12

const encoder = new TextEncoder()

/** The 32 bytes of a vault key. Whoever asks for them overwrites them when done. */
export type RawVaultKey = Uint8Array<ArrayBuffer>

/** What sealing needs: the vault key as an HKDF key that cannot be exported, and the vault's id. */
export interface SealKey {
  readonly vault: string
  readonly hkdf: CryptoKey
}

/** Sealed bytes, in base64url. */
export interface Sealed {
  readonly salt: string
  readonly iv: string
  readonly ciphertext: string
}

/** A key for one record: HKDF-SHA256 (RFC 5869) over the vault key with the record's salt. */
function recordKey(key: SealKey, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode('patchbay/record/v1') }
  return crypto.subtle.deriveKey(derivation, key.hkdf, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Seals text with AES-256-GCM under a fresh salt and a fresh 96-bit IV. */
export async function seal(key: SealKey, additionalData: Uint8Array<ArrayBuffer>, text: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const cipher = { name: 'AES-GCM', iv, additionalData }
  const bytes = await crypto.subtle.encrypt(cipher, await recordKey(key, salt), encoder.encode(text))
  return { salt: toBase64Url(salt), iv: toBase64Url(iv), ciphertext: toBase64Url(new Uint8Array(bytes)) }
}

/** The bytes of a base64url text in its one canonical spelling, or `undefined`. */
function exactBytes(text: string, length?: number): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = fromBase64Url(text)
    // The last character has spare bits: without this, a flipped one would go unnoticed.
    const isExact = toBase64Url(bytes) === text && (length === undefined || bytes.length === length)
    return isExact ? bytes : undefined
  } catch {
    return undefined
  }
}

/** The text that was sealed; `undefined` when anything about it, or its additional data, was changed. */
export async function unseal(
  key: SealKey,
  additionalData: Uint8Array<ArrayBuffer>,
  sealed: Sealed,
): Promise<string | undefined> {
  const salt = exactBytes(sealed.salt, SALT_BYTES)
  const iv = exactBytes(sealed.iv, IV_BYTES)
  const ciphertext = exactBytes(sealed.ciphertext)
  if (!salt || !iv || !ciphertext) return undefined
  try {
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      await recordKey(key, salt),
      ciphertext,
    )
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
