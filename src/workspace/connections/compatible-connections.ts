import { specOf, unfitFor, type Catalog, type Connection, type ConnectorStep, type Workspace } from '#domain'

/**
 * The connections a step can use, by name: those of its connector, or all where it sends with any. Those that verify
 * webhooks are for triggers that take them, and for nothing else.
 */
export function compatibleConnections(
  workspace: Workspace,
  step: ConnectorStep,
  catalog: Catalog,
): readonly Connection[] {
  const spec = specOf(catalog, step)
  if (!spec || spec.connection === 'none') return []
  const { connections, authMethods } = workspace
  return Object.values(connections)
    .filter((connection) => unfitFor(spec, step.connector.key, connection, authMethods[connection.authMethod]) === null)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.createdAt - b.createdAt)
}
