import type { RelayFailureCode, RelayResponse } from '#protocol'

/** A failure envelope. */
export type RelayFailure = Extract<RelayResponse, { readonly outcome: 'failure' }>

/** Makes a failure envelope. `params` are facts for a sentence, never a header or a body. */
export function relayFailure(code: RelayFailureCode, params: RelayFailure['params'] = {}): RelayFailure {
  return { outcome: 'failure', code, params }
}
