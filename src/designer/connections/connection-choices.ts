import type { Connection, IntegrationDoc, StableKey } from '#domain'
import { stepsByConnection } from './connection-uses.ts'

/** A connection to choose, and how many steps of the document use it. */
export interface ConnectionChoice {
  readonly connection: Connection
  readonly steps: number
}

/** Connections by whether the document uses them; both in the order in which they should be offered. */
export interface ConnectionChoices {
  readonly used: readonly ConnectionChoice[]
  readonly others: readonly ConnectionChoice[]
}

/**
 * Puts what the integration uses already first - most of all what serves the step's own connector, then what serves most
 * steps - and the rest by name.
 */
export function connectionChoices(
  compatible: readonly Connection[],
  doc: IntegrationDoc,
  connector: string,
): ConnectionChoices {
  const counts: ReadonlyMap<StableKey, number> = stepsByConnection(doc)
  const choices = compatible.map((connection) => ({ connection, steps: counts.get(connection.stableKey) ?? 0 }))
  const foreign = ({ connection }: ConnectionChoice) => (connection.connector === connector ? 0 : 1)
  const sorted = choices.toSorted(
    (a, b) => foreign(a) - foreign(b) || b.steps - a.steps || a.connection.name.localeCompare(b.connection.name),
  )
  return {
    used: sorted.filter(({ connection }) => counts.has(connection.stableKey)),
    others: sorted.filter(({ connection }) => !counts.has(connection.stableKey)),
  }
}

/** Those that hold what is typed in their name or base URL. */
export function matchingChoices(choices: readonly ConnectionChoice[], query: string): readonly ConnectionChoice[] {
  const wanted = query.trim().toLocaleLowerCase()
  if (wanted === '') return choices
  return choices.filter(({ connection: { name, baseUrl } }) =>
    `${name} ${baseUrl}`.toLocaleLowerCase().includes(wanted),
  )
}
