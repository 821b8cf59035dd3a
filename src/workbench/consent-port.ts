import type { Result } from '#base'
import type { ConnectionId, Consent, ConsentRequest, Failure } from '#domain'

/** Asking a provider for its consent. Codes and tokens stay in the vault worker. */
export interface ConsentPort {
  /** Where a provider's window comes back to; has to be registered with the provider. */
  readonly redirectUri: string
  /** Prepares what a connection asks for; nothing is asked of the person yet. A connection's earlier request is given up. */
  readonly begin: (connection: ConnectionId) => Promise<Result<ConsentRequest, Failure>>
  /**
   * Resolves when the person has answered and what the provider gave is sealed, or when it cannot come to that: among the
   * failures `consent-denied`, `consent-state-mismatch`, `consent-cancelled`, `token-refused` {error, description}.
   */
  readonly outcome: (request: ConsentRequest['id']) => Promise<Result<Consent, Failure>>
  /** Gives a request up: an answer that still comes is refused. */
  readonly cancel: (request: ConsentRequest['id']) => Promise<void>
}
