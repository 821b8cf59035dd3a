import type { ConnectionId, Failure } from '#domain'

/** For how long a provider that refused a password or a client is not asked with the same again, in milliseconds. */
const REST_MS = 60_000

/**
 * What providers refused lately. A run that goes on after failures would otherwise ask for each of its requests, and
 * providers lock an account after a few wrong passwords.
 */
export interface RefusedGrants {
  /** Why the same was refused less than a minute ago; null: it may be asked. `digest` says what would be asked with. */
  readonly find: (connection: ConnectionId, digest: string) => Failure | null
  readonly add: (connection: ConnectionId, digest: string, failure: Failure) => void
  /** A person has started something: what comes of it shall be of now. */
  readonly forget: () => void
}

/** @param clock Milliseconds since the epoch. */
export function createRefusedGrants(clock: () => number): RefusedGrants {
  const refused = new Map<ConnectionId, { readonly digest: string; readonly failure: Failure; readonly at: number }>()
  return {
    find: (connection, digest) => {
      const known = refused.get(connection)
      return known?.digest === digest && clock() - known.at < REST_MS ? known.failure : null
    },
    add: (connection, digest, failure) => void refused.set(connection, { digest, failure, at: clock() }),
    forget: () => refused.clear(),
  }
}
