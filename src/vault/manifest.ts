import * as z from 'zod'
import { manifestDataOf } from './additional-data.ts'
import { seal, unseal, type SealKey } from './seal.ts'

/** The sealed list of every credential's revision. `counter` counts up with every change. Bytes in base64url. */
export interface StoredManifest {
  readonly counter: number
  readonly salt: string
  readonly iv: string
  readonly ciphertext: string
}

/** Revisions by credential id. */
export type Revisions = Readonly<Record<string, number>>

const Revisions = z.record(z.string(), z.number().int().positive())

export async function sealManifest(key: SealKey, revisions: Revisions, counter: number): Promise<StoredManifest> {
  return { counter, ...(await seal(key, manifestDataOf(key.vault, counter), JSON.stringify(revisions))) }
}

/** The revisions a manifest lists; `undefined` when it was changed or belongs to another vault. */
export async function openManifest(key: SealKey, stored: StoredManifest): Promise<Revisions | undefined> {
  const text = await unseal(key, manifestDataOf(key.vault, stored.counter), stored)
  return text === undefined ? undefined : Revisions.safeParse(JSON.parse(text)).data
}
