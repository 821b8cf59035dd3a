import type { CheckFact, CheckStage, Failure } from '#domain'

/** A fact of a report. */
export const fact = (code: CheckFact['code'], params: CheckFact['params'] = {}): CheckFact => ({ code, params })

/** A stage in which nothing was wrong. */
export const fine = (key: CheckStage['key'], facts: readonly CheckFact[]): CheckStage => ({
  key,
  outcome: 'ok',
  failure: null,
  facts,
})

/** A stage that failed, with what was found before. */
export const failed = (key: CheckStage['key'], failure: Failure, facts: readonly CheckFact[] = []): CheckStage => ({
  key,
  outcome: 'failed',
  failure,
  facts,
})

/** A stage that was not gone through, and why. */
export const skipped = (key: CheckStage['key'], why: CheckFact): CheckStage => ({
  key,
  outcome: 'skipped',
  failure: null,
  facts: [why],
})
