import type { Problem, Result } from '#base'
import type { IntegrationId } from '#domain'

/** A record that could not be read and was set aside, so that the others load. */
export interface DamagedRecord {
  readonly id: number
  /** Where it was: `connections`, `payloads` … */
  readonly table: string
  /** What it was called, or its key. */
  readonly name: string
  /** When it was set aside, in milliseconds since the epoch. */
  readonly at: number
  /** The record as it was found, as JSON; null for one that holds sealed credentials, which never leave. */
  readonly text: string | null
}

/** A deleted integration that waits in the trash. */
export interface DeletedIntegration {
  readonly id: IntegrationId
  readonly name: string
  readonly deletedAt: number
}

export interface KeptCounts {
  readonly damaged: number
  readonly deleted: number
}

/** What is kept beside the integrations: records set aside, and the trash. The newest come first. */
export interface KeptPort {
  /** Tells how much there is, now and after every change. Cheap, unlike the lists themselves. */
  readonly counts: (onChange: (counts: KeptCounts) => void) => () => void
  /** Looks for damaged records that lists only pass over, and sets them aside. */
  readonly collect: () => Promise<Result<void, Problem>>
  readonly damaged: (onChange: (records: readonly DamagedRecord[]) => void) => () => void
  /** Drops a record that was set aside, for good. */
  readonly discard: (id: number) => Promise<Result<void, Problem>>
  readonly deleted: (onChange: (integrations: readonly DeletedIntegration[]) => void) => () => void
}
