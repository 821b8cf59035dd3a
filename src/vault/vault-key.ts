import { createId, fromBase64Url, toBase64Url } from '#base'
import { encodeParts } from './additional-data.ts'
import type { PassphraseWrap } from './passphrase-wrap.ts'
import type { RawVaultKey, SealKey } from './seal.ts'

/**
 * The vault key, wrapped by the key of this device. The device key cannot be exported by script: this protects exports
 * and copies of the database's content, not a stolen browser profile. Bytes in base64url.
 */
export interface DeviceVaultKey {
  readonly vault: string
  readonly deviceKey: CryptoKey
  readonly wrapped: { readonly iv: string; readonly ciphertext: string }
  readonly createdAt: number
}

/** The vault key, wrapped by a passphrase and by nothing else. */
export interface PassphraseVaultKey {
  readonly vault: string
  readonly passphrase: PassphraseWrap
  readonly createdAt: number
}

/** Either or: beside a device key a passphrase would protect nothing. */
export type StoredVaultKey = DeviceVaultKey | PassphraseVaultKey

const wrapData = (vault: string) => encodeParts(['patchbay/vault-key', 1, vault])

/** Wraps the vault key by a new device key. */
export async function wrapForDevice(vault: string, raw: RawVaultKey, createdAt: number): Promise<DeviceVaultKey> {
  const deviceKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const cipher = { name: 'AES-GCM', iv, additionalData: wrapData(vault) }
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(cipher, deviceKey, raw))
  return { vault, deviceKey, wrapped: { iv: toBase64Url(iv), ciphertext: toBase64Url(ciphertext) }, createdAt }
}

/** A new random vault key under a new device key. */
export async function createVaultKey(now: number): Promise<DeviceVaultKey> {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const stored = await wrapForDevice(createId('vault'), raw, now)
  raw.fill(0)
  return stored
}

/** The vault key a device key wraps; `undefined` when the record was changed. */
export async function unwrapForDevice(stored: DeviceVaultKey): Promise<RawVaultKey | undefined> {
  try {
    const cipher = { name: 'AES-GCM', iv: fromBase64Url(stored.wrapped.iv), additionalData: wrapData(stored.vault) }
    return new Uint8Array(
      await crypto.subtle.decrypt(cipher, stored.deviceKey, fromBase64Url(stored.wrapped.ciphertext)),
    )
  } catch {
    return undefined
  }
}

/** The vault key in a form that can derive but not be exported; overwrites the bytes it is made from. */
export async function sealKeyOf(vault: string, raw: RawVaultKey): Promise<SealKey> {
  const hkdf = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
  raw.fill(0)
  return { vault, hkdf }
}
