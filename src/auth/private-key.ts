import { err, fromBase64, ok, problem, type Problem, type Result, fromHex } from '#base'
import { pemProblem } from '#domain'
import type { HashName } from './hash.ts'
import { joinedBytes } from './joined-bytes.ts'

/** What a private key is to sign with; `leastBits` of an RSA key's modulus. */
export type KeyUse =
  | { readonly name: 'RSASSA-PKCS1-v1_5'; readonly hash: HashName; readonly leastBits: number }
  | { readonly name: 'ECDSA'; readonly namedCurve: 'P-256' | 'P-384' }

type Bytes = Uint8Array<ArrayBuffer>

/** Algorithm identifiers of RFC 8017 appendix C and RFC 5480 section 2.1.1, in DER. */
const RSA = '300d06092a864886f70d0101010500'
const EC = {
  'P-256': '301306072a8648ce3d020106082a8648ce3d030107',
  'P-384': '301006072a8648ce3d020106052b81040022',
} as const

const SEQUENCE = 0x30
const OCTETS = 0x04
const VERSION_0: Bytes = new Uint8Array([0x02, 0x01, 0x00])

/** A DER value: its tag, its length in as few bytes as it needs, and what is in it. */
function der(tag: number, ...parts: readonly Bytes[]): Bytes {
  const body = joinedBytes(parts)
  const length: number[] = []
  for (let rest = body.length; rest > 0; rest >>>= 8) length.unshift(rest & 0xff)
  const head = body.length < 0x80 ? [tag, body.length] : [tag, 0x80 | length.length, ...length]
  return joinedBytes([new Uint8Array(head), body])
}

/** A key of an older form, wrapped as PKCS#8 (RFC 5208), which is all that WebCrypto reads. */
function pkcs8Of(label: string, key: Bytes, use: KeyUse): Bytes {
  if (label === 'PRIVATE KEY') return key
  const algorithm = label === 'RSA PRIVATE KEY' ? RSA : EC[use.name === 'ECDSA' ? use.namedCurve : 'P-256']
  return der(SEQUENCE, VERSION_0, fromHex(algorithm), der(OCTETS, key))
}

const bitsOf = ({ algorithm }: CryptoKey): number =>
  'modulusLength' in algorithm ? Number(algorithm.modulusLength) : 0

/**
 * Imports a private key for signing: PKCS#8, or PKCS#1 and SEC1 as OpenSSL writes them. Problems: `auth-value-missing`
 * {field}, those of `pemProblem`, `pem-kind` {field, expected} for a key of another sort or on another curve, and
 * `private-key-short` {field, bits}. Nothing of the key is repeated.
 */
export async function importPrivateKey(pem: string, use: KeyUse, field: string): Promise<Result<CryptoKey, Problem>> {
  if (pem === '') return err(problem('auth-value-missing', { field }))
  const wrong = pemProblem(pem, 'private-key', field)
  if (wrong) return err(wrong)
  const expected = use.name === 'ECDSA' ? `ECDSA ${use.namedCurve}` : 'RSA'
  const refused = err(problem('pem-kind', { field, expected }))
  const [, label = '', body = ''] =
    /-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([\s\S]*?)-----END \1-----/.exec(pem) ?? []
  if (label.startsWith(use.name === 'ECDSA' ? 'RSA' : 'EC')) return refused
  try {
    const bytes = pkcs8Of(label, fromBase64(body.replaceAll(/\s+/g, '')), use)
    const key = await crypto.subtle.importKey('pkcs8', bytes, use, false, ['sign'])
    if (use.name === 'ECDSA' || bitsOf(key) >= use.leastBits) return ok(key)
    return err(problem('private-key-short', { field, bits: use.leastBits }))
  } catch {
    return refused
  }
}
