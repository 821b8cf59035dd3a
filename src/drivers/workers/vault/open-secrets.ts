import type { RedactionValues } from '#auth'
import { authTypeOf } from '#auth'
import type { AuthTypeKey, CredentialId } from '#domain'
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
  /** What signing made for one request; the latest are known. */
  readonly addMade: (values: readonly string[]) => void
  readonly redactor: () => Redactor
  /** Somebody redacts until they let go: a run, a request. */
  readonly retain: () => () => void
  /** Forgets everything, as soon as nobody redacts with it any more. */
  readonly forget: () => void
}

/** How many that signing made are known at a time: a run's answers are redacted soon after they came. */
const KEPT_MADE = 20

/**
 * Older revisions stay: a run may still hold what it was answered with them.
 *
 * For the same reason locking does not forget at once while a run is under way. The run can open nothing more, but an
 * answer it already has may hold a secret, and its trace still goes to the page and into the run's record: without the
 * values nobody could take them out. They go when the last run or request ends.
 */
export function createOpenSecrets(): OpenSecrets {
  const sources = new Map<string, RedactionValues>()
  let made: readonly string[] = []
  let redactor: Redactor | undefined
  let holders = 0
  let isForgetting = false

  const forgetUnheld = () => {
    if (!isForgetting || holders > 0) return
    isForgetting = false
    sources.clear()
    made = []
    redactor = undefined
  }

  return {
    add: (credential, revision, type, settings, values) => {
      const key = JSON.stringify([credential, revision, type, settings])
      if (sources.has(key)) return
      sources.set(key, authTypeOf(type).redactionValues(values, settings))
      redactor = undefined
    },
    addMade: (values) => {
      if (values.length === 0) return
      made = [...made, ...values].slice(-KEPT_MADE)
      redactor = undefined
    },
    redactor: () => (redactor ??= createRedactor([...sources.values(), { values: made, fields: [] }])),
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
      forgetUnheld()
    },
  }
}
