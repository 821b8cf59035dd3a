import type { EgressGuard } from './egress-guard.ts'

/** What decides where the relay may go, and whom it believes there. */
export interface Outside {
  readonly guard: EgressGuard
  /** Certificates, as PEM, that are trusted beside those Node trusts. */
  readonly trust: readonly string[]
}
