import type { ActionSpec, Connector, InputSpec, TriggerSpec } from './connector.ts'
import type { Step } from './step.ts'

/** Finds connectors; synchronous, because manifests are data that is at hand. */
export interface Catalog {
  readonly connector: (key: string, version?: number) => Connector | undefined
  readonly connectors: () => readonly Connector[]
}

/** A catalog over a list of connectors. */
export function createCatalog(connectors: readonly Connector[]): Catalog {
  const byKey = new Map(connectors.map((connector) => [connector.key, connector]))
  return { connector: (key) => byKey.get(key), connectors: () => connectors }
}

/** What the connector says about a trigger or action step; `undefined` for control steps and unknown connectors. */
export function specOf(catalog: Catalog, step: Step): ActionSpec | TriggerSpec | undefined {
  if (step.kind === 'action') {
    return catalog.connector(step.connector.key)?.actions.find((action) => action.key === step.action)
  }
  if (step.kind === 'trigger') {
    return catalog.connector(step.connector.key)?.triggers.find((trigger) => trigger.key === step.trigger)
  }
  return undefined
}

/** The input of a step by key, as its connector declares it. */
export function inputSpecOf(catalog: Catalog, step: Step, key: string): InputSpec | undefined {
  return specOf(catalog, step)?.inputs.find((input) => input.key === key)
}
