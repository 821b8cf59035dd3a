import { unreachable } from '#base'
import type { Credential, CredentialOwner, CredentialPurpose } from '#domain'

/** What a sealed credential is bound to; changing any of it outside the vault makes the record unreadable. */
export type CredentialFacts = Pick<
  Credential,
  'id' | 'owner' | 'purpose' | 'origins' | 'tokenOrigin' | 'revision' | 'fields' | 'expiresAt'
>

type Part = string | number | null | readonly string[]

const encoder = new TextEncoder()

/**
 * Parts as bytes, the same for the same parts and different for different ones: each part is its kind, the length of
 * its UTF-8 bytes as 32 bits, and the bytes; a list counts its items first.
 */
export function encodeParts(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  const word = (value: number) =>
    bytes.push((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
  const text = (kind: number, value: string) => {
    const encoded = encoder.encode(value)
    bytes.push(kind)
    word(encoded.length)
    for (const byte of encoded) bytes.push(byte)
  }
  for (const part of parts) {
    if (part === null) text(0, '')
    else if (typeof part === 'string') text(1, part)
    else if (typeof part === 'number') text(2, String(part))
    else {
      bytes.push(3)
      word(part.length)
      for (const item of part) text(1, item)
    }
  }
  return new Uint8Array(bytes)
}

function ownerParts(owner: CredentialOwner): readonly Part[] {
  return [owner.kind, owner.kind === 'connection' ? owner.connection : owner.authMethod]
}

function purposeParts(purpose: CredentialPurpose): readonly Part[] {
  switch (purpose.kind) {
    case 'test-runner':
    case 'organization':
      return [purpose.kind, null]
    case 'environment':
      return [purpose.kind, purpose.environment]
    case 'customer-user':
      return [purpose.kind, purpose.user]
    default:
      return unreachable(purpose)
  }
}

/** The additional data of a sealed credential: version, vault and everything in `facts`. */
export function additionalDataOf(vault: string, facts: CredentialFacts): Uint8Array<ArrayBuffer> {
  return encodeParts([
    'patchbay/credential',
    1,
    vault,
    facts.id,
    ...ownerParts(facts.owner),
    ...purposeParts(facts.purpose),
    facts.revision,
    facts.origins.toSorted(),
    facts.tokenOrigin,
    facts.fields.toSorted(),
    facts.expiresAt,
  ])
}

/** The additional data of the manifest of revisions. */
export function manifestDataOf(vault: string, counter: number): Uint8Array<ArrayBuffer> {
  return encodeParts(['patchbay/manifest', 1, vault, counter])
}
