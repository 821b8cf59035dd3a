import { problem, type Problem } from '#base'

/** What a PEM text has to hold. A certificate may have its chain after it. */
export type PemKind = 'certificate' | 'private-key'

/** RFC 7468 sections 5, 10 and 11, and the older forms of private keys that OpenSSL writes. */
const LABELS: Readonly<Record<PemKind, readonly string[]>> = {
  certificate: ['CERTIFICATE', 'X509 CERTIFICATE'],
  'private-key': ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY'],
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g

/** What OpenSSL writes before an EC key: which curve it is on. It may stand there. */
const PARAMETERS = 'EC PARAMETERS'

const isBase64 = (body: string): boolean => /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(body)

/**
 * Why a text is not the PEM that is asked for, or `undefined`: `pem-none` (no block in it, or it is cut off), `pem-encrypted`
 * (a key that a passphrase protects), `pem-wrong` {found} (another kind of block) and `pem-damaged` (what is in the block is
 * no base64), each with {field}, the name it is said with. Looks at the wrapping only, and repeats nothing of what is in it.
 */
export function pemProblem(text: string, kind: PemKind, field: string): Problem | undefined {
  const blocks = [...text.matchAll(BLOCK)].map(([, label = '', body = '']) => ({ label, body }))
  const found = blocks.filter(({ label }) => label !== PARAMETERS)
  const [first] = found
  if (!first) return problem('pem-none', { field })
  const isEncrypted = found.some(({ label, body }) => label.startsWith('ENCRYPTED') || body.includes('ENCRYPTED'))
  if (isEncrypted) return problem('pem-encrypted', { field })
  const isSole = kind === 'certificate' || found.length === 1
  const other = found.find(({ label }) => !LABELS[kind].includes(label)) ?? (isSole ? undefined : found[1])
  if (other) return problem('pem-wrong', { field, found: other.label })
  return found.every(({ body }) => isBase64(body)) ? undefined : problem('pem-damaged', { field })
}
