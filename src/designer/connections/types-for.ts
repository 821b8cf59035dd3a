import type { AuthTypeKey, TriggerSpec } from '#domain'

const VERIFYING: readonly AuthTypeKey[] = ['hmac']

/**
 * The auth types of a new connection for steps like these; undefined: all. Where a sender's webhooks are verified and
 * nothing is sent, only those that do that.
 */
export function typesFor(
  specs: readonly Pick<TriggerSpec, 'connection' | 'accepts'>[],
): readonly AuthTypeKey[] | undefined {
  const taking = specs.filter(({ connection }) => connection !== 'none')
  return taking.length > 0 && taking.every(({ accepts }) => accepts === 'webhook') ? VERIFYING : undefined
}
