/** The hash functions of WebCrypto that signatures are made with. */
export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

/** HMAC (RFC 2104) with a key of at least one byte: WebCrypto takes no empty one. */
export async function hmacOf(
  hash: HashName,
  key: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data))
}

/** A digest of bytes. */
export async function digestOf(hash: HashName, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest(hash, data))
}
