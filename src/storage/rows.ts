import type { Problem } from '#base'
import { Credential, FlowId, IntegrationId, JsonValue, Run, StableKey } from '#domain'
import * as z from 'zod'

/*
 * What a row of each table is. Documents and histories are stored as they are and parsed when they are read;
 * a row that no longer parses is set aside, so that the others load.
 */

/** What lists show of an integration, kept beside the document so that a list need not read documents. */
export const IntegrationRow = z.object({
  id: IntegrationId,
  /** Counts up with every save. */
  revision: z.number().int().positive(),
  createdAt: z.number(),
  updatedAt: z.number(),
  name: z.string(),
  description: z.string(),
  flows: z.number().int().nonnegative(),
  steps: z.number().int().nonnegative(),
  /** The connections its slots hold. */
  connections: z.array(StableKey),
})
export type IntegrationRow = z.infer<typeof IntegrationRow>

export interface DocumentRow {
  readonly id: string
  readonly doc: unknown
}

export interface HistoryRow {
  readonly id: string
  readonly history: unknown
}

/** `place` makes a credential the only one of its owner and purpose. */
export const CredentialRow = z.object({ id: z.string(), place: z.string(), credential: Credential })
export type CredentialRow = z.infer<typeof CredentialRow>

const isCryptoKey = (value: unknown): value is CryptoKey =>
  typeof value === 'object' && value !== null && 'algorithm' in value && 'extractable' in value

const Wrapped = z.object({ iv: z.string(), ciphertext: z.string() })

/**
 * The vault key, wrapped by the key of this device or by a passphrase, never both. Whether the derivation's figures are
 * sound is the vault's to say. Bytes in base64url.
 */
export const VaultKeyRow = z.union([
  z.strictObject({
    id: z.literal('vault'),
    vault: z.string(),
    deviceKey: z.custom<CryptoKey>(isCryptoKey),
    wrapped: Wrapped,
    createdAt: z.number(),
  }),
  z.strictObject({
    id: z.literal('vault'),
    vault: z.string(),
    passphrase: Wrapped.extend({ version: z.number(), kdf: z.string(), iterations: z.number(), salt: z.string() }),
    createdAt: z.number(),
  }),
])
export type VaultKeyRow = z.infer<typeof VaultKeyRow>

/** The sealed manifest of revisions. `counter` counts up with every write, so that two writers notice each other. */
export const ManifestRow = z.object({
  id: z.literal('manifest'),
  counter: z.number().int().positive(),
  salt: z.string(),
  iv: z.string(),
  ciphertext: z.string(),
})
export type ManifestRow = z.infer<typeof ManifestRow>

/** A row of the vault's table. */
export type VaultRow = VaultKeyRow | ManifestRow

/** A run with what the cap counts. */
export const RunRow = z.object({
  id: z.string(),
  integration: IntegrationId,
  startedAt: z.number(),
  bytes: z.number(),
  run: Run,
})
export type RunRow = z.infer<typeof RunRow>

/** A saved example of what starts a flow. Never exported with the document. */
export const TestPayload = z.object({
  id: z.string(),
  flow: FlowId,
  name: z.string(),
  value: JsonValue,
  /** What is typed and is no JSON yet. */
  draft: z.string().nullable().default(null),
})
export type TestPayload = z.infer<typeof TestPayload>

/** A test payload with the integration it belongs to: a copy has the same flows, and payloads of its own. */
export const PayloadRow = TestPayload.extend({ integration: IntegrationId })
export type PayloadRow = z.infer<typeof PayloadRow>

/** Outputs that are taken instead of running their steps, by step; each is parsed on its own. */
export interface PinsRow {
  readonly integration: IntegrationId
  readonly pins: Readonly<Record<string, unknown>>
}

export const SettingRow = z.object({ key: z.string(), value: JsonValue })
export type SettingRow = z.infer<typeof SettingRow>

/** A row that could not be read, as it was found. */
export interface QuarantineRow {
  readonly id?: number
  readonly table: string
  readonly key: string
  readonly problem: Problem
  readonly raw: unknown
  readonly at: number
}

/** A deleted integration. */
export interface TrashRow {
  readonly id: string
  readonly row: unknown
  readonly doc: unknown
  readonly history: unknown
  readonly deletedAt: number
}
