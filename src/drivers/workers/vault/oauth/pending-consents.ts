import { createId, err, type Result } from '#base'
import type { Consent, ConnectionId, Failure } from '#domain'
import { sendFailure } from '../../send/send-failure.ts'

/** A consent that is being waited for. Ends once; whatever comes later is not heard. */
export interface PendingConsent {
  readonly id: string
  readonly connection: ConnectionId
  /** Aborted when it was given up. */
  readonly signal: AbortSignal
  readonly outcome: Promise<Result<Consent, Failure>>
  readonly end: (outcome: Result<Consent, Failure>) => void
}

/** The consents that are being waited for; one for each connection. */
export interface PendingConsents {
  /** Gives up what the connection waited for before. */
  readonly add: (connection: ConnectionId) => PendingConsent
  readonly all: () => readonly PendingConsent[]
  readonly outcomeOf: (id: string) => Promise<Result<Consent, Failure>>
  readonly cancel: (id: string) => void
}

/** How many outcomes are kept for whoever asks late. */
const KEPT = 20

const cancelled = () => err(sendFailure('consent-cancelled'))

export function createPendingConsents(): PendingConsents {
  const known = new Map<string, PendingConsent>()
  const waiting = new Set<PendingConsent>()

  const add = (connection: ConnectionId): PendingConsent => {
    for (const other of waiting) if (other.connection === connection) other.end(cancelled())
    const given = new AbortController()
    let settle: (outcome: Result<Consent, Failure>) => void = () => undefined
    const outcome = new Promise<Result<Consent, Failure>>((resolve) => {
      settle = resolve
    })
    const pending: PendingConsent = {
      id: createId('consent'),
      connection,
      signal: given.signal,
      outcome,
      end: (result) => {
        if (!waiting.delete(pending)) return
        settle(result)
        given.abort()
      },
    }
    waiting.add(pending)
    known.set(pending.id, pending)
    for (const id of [...known.keys()].slice(0, -KEPT)) known.delete(id)
    return pending
  }

  return {
    add,
    all: () => [...waiting],
    outcomeOf: async (id) => known.get(id)?.outcome ?? cancelled(),
    cancel: (id) => known.get(id)?.end(cancelled()),
  }
}
