import type { AuthMethod, Connection } from './connection.ts'
import type { ActionSpec, TriggerSpec } from './connector.ts'

/** Why a connection cannot be used: it belongs to another connector, only verifies what comes in, or cannot do that. */
export type Unfit = 'other-connector' | 'only-verifies' | 'cannot-verify'

/** Whether connections with an auth method verify webhooks. They hold what a sender signs with, and sign no request. */
export const verifiesWebhooks = ({ type }: Pick<AuthMethod, 'type'>): boolean => type === 'hmac'

/**
 * Whether a step of a connector can use a connection: null, or why not. Without the auth method, which this workspace may
 * have lost, only the connector counts.
 */
export function unfitFor(
  { accepts }: Pick<ActionSpec | TriggerSpec, 'accepts'>,
  connector: string,
  connection: Pick<Connection, 'connector'>,
  method: Pick<AuthMethod, 'type'> | undefined,
): Unfit | null {
  if (accepts === 'webhook') return method && !verifiesWebhooks(method) ? 'cannot-verify' : null
  if (method && verifiesWebhooks(method)) return 'only-verifies'
  return accepts === 'own' && connection.connector !== connector ? 'other-connector' : null
}
