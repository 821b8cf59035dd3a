import { authTypeOf, type MadeToken, type RedactionValues } from '#auth'
import type { AuthTypeKey, ConnectionId, CredentialId } from '#domain'
import { createRedactor, type Redactor, type Secrets } from '#vault'

/** Everything this worker has opened since it was unlocked; all of it is redacted from whatever leaves the worker. */
export interface OpenSecrets {
  readonly add: (
    credential: CredentialId,
    revision: number,
    type: AuthTypeKey,
    settings: unknown,
    values: Secrets,
  ) => void
  /** What signing made for a connection by `key`, which says all that it was made with. */
  readonly addMade: (connection: ConnectionId, key: string, token: MadeToken) => void
  /** The latest token of the connection, unless it was made by another key. */
  readonly madeBy: (connection: ConnectionId, key: string) => MadeToken | undefined
  readonly redactor: () => Redactor
  /** Somebody redacts until they let go: a run, a request. */
  readonly retain: () => () => void
  /** Forgets everything, as soon as nobody redacts with it any more. */
  readonly forget: () => void
}

/**
 * Older revisions stay: a run may still hold what it was answered with them.
 *
 * For the same reason locking does not forget at once while a run is under way. The run can open nothing more, but an
 * answer it already has may hold a secret, and its trace still goes to the page and into the run's record: without the
 * values nobody could take them out. They go when the last run or request ends.
 */
export function createOpenSecrets(): OpenSecrets {
  const sources = new Map<string, RedactionValues>()
  /** Every token that somebody may still be shown. */
  const made = new Set<string>()
  const latest = new Map<ConnectionId, { readonly key: string; readonly token: MadeToken }>()
  let redactor: Redactor | undefined
  let holders = 0
  let isForgetting = false

  const forgetUnheld = () => {
    if (holders > 0) return
    if (isForgetting) {
      isForgetting = false
      sources.clear()
      latest.clear()
      redactor = undefined
    }
    // What the next request may be signed with stays.
    const used = new Set([...latest.values()].map(({ token }) => token.value))
    for (const value of made) {
      if (used.has(value)) continue
      made.delete(value)
      redactor = undefined
    }
  }

  return {
    add: (credential, revision, type, settings, values) => {
      const key = JSON.stringify([credential, revision, type, settings])
      if (sources.has(key)) return
      sources.set(key, authTypeOf(type).redactionValues(values, settings))
      redactor = undefined
    },
    addMade: (connection, key, token) => {
      latest.set(connection, { key, token })
      if (made.has(token.value)) return
      made.add(token.value)
      redactor = undefined
    },
    madeBy: (connection, key) => {
      const known = latest.get(connection)
      return known?.key === key ? known.token : undefined
    },
    redactor: () => (redactor ??= createRedactor([...sources.values(), { values: [...made], fields: [] }])),
    retain: () => {
      let isHeld = true
      holders += 1
      return () => {
        if (!isHeld) return
        isHeld = false
        holders -= 1
        forgetUnheld()
      }
    },
    forget: () => {
      isForgetting = true
      // Whoever is under way redacts with the tokens; nothing is signed with them any more.
      latest.clear()
      forgetUnheld()
    },
  }
}
