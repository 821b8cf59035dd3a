import type { Failure } from './failure.ts'

/** What a stage of a connection test found; a sentence is `checks.facts.<code>`, filled with `params`. */
export interface CheckFact {
  readonly code:
    | 'base-url'
    | 'method'
    | 'credential'
    | 'no-credential'
    | 'token-until'
    | 'token-endless'
    | 'token-renewed'
    | 'no-token'
    | 'answered'
    | 'asked'
    | 'attached-header'
    | 'attached-query'
    | 'attached-body'
    | 'attached-certificate'
    | 'attached-nothing'
    | 'not-reached'
    | 'nothing-to-ask'
    | 'verifies-webhooks'
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * One stage: is everything there and bound to this address; is there a token and until when; does the API take it.
 * `skipped` says why in its facts.
 */
export interface CheckStage {
  readonly key: 'configuration' | 'token' | 'request'
  readonly outcome: 'ok' | 'failed' | 'skipped'
  readonly failure: Failure | null
  readonly facts: readonly CheckFact[]
}

/**
 * The report of a connection test, its three stages in order. Names, lengths, times and statuses only: nothing of a
 * secret, and nothing of an answer.
 */
export interface ConnectionCheck {
  /** `not-checkable`: nothing is wrong as far as it can be told, but there is no request to ask the API with. */
  readonly outcome: 'ok' | 'failed' | 'not-checkable'
  /** The status of the API's answer, where one came. */
  readonly status: number | null
  readonly failure: Failure | null
  readonly stages: readonly CheckStage[]
}
