import { AUTH_TYPES, verifiesWebhooks, type AuthTypeKey, type TriggerSpec } from '#domain'

const VERIFYING = AUTH_TYPES.filter(verifiesWebhooks).map(({ type }) => type)
const SIGNING = AUTH_TYPES.filter((type) => !verifiesWebhooks(type)).map(({ type }) => type)

/**
 * The auth types of a new connection for steps like these; undefined: all. Where a sender's webhooks are verified and
 * nothing is sent, only those that do that; where only requests are sent, all others.
 */
export function typesFor(
  specs: readonly Pick<TriggerSpec, 'connection' | 'accepts'>[],
): readonly AuthTypeKey[] | undefined {
  const taking = specs.filter(({ connection }) => connection !== 'none')
  const verifying = taking.filter(({ accepts }) => accepts === 'webhook')
  if (taking.length === 0) return undefined
  if (verifying.length === 0) return SIGNING
  return verifying.length === taking.length ? VERIFYING : undefined
}
