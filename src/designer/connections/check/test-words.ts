import type { CheckFact, CheckStage, Connection, Failure } from '#domain'
import { failureParams, textOf, type Format, type TFunction } from '#texts'

/** What a failure of a test is called: what happened, and the one thing to do about it. */
export interface FailureWords {
  readonly what: string
  readonly fix: string | null
}

/** The same sentence as for a step that failed; its way out where a test has another one. */
export function failureWords(t: TFunction, { code, params, at }: Failure, { name }: Connection): FailureWords {
  const given = failureParams(t, { step: name, connection: name, ...at, ...params })
  const said = (key: string): string | null => {
    const text = textOf(t, key, given)
    return text === key ? null : text
  }
  return {
    what: said(`failures.${code}.what`) ?? t('common.unknownProblem', { code }),
    fix: said(`checks.fixes.${code}`) ?? said(`failures.${code}.fix`),
  }
}

/** The failure of a report's stages, if one failed. */
export const failureIn = (stages: readonly CheckStage[]): Failure | null =>
  stages.find(({ failure }) => failure)?.failure ?? null

/** A fact as a sentence, its times and durations in the words of the locale. `now`: milliseconds since the epoch. */
export function factText(t: TFunction, format: Format, { code, params }: CheckFact, now: number): string {
  const { at, milliseconds, transport } = params
  return textOf(t, `checks.facts.${code}`, {
    ...params,
    ...(typeof at === 'number' && { when: format.relativeTime(at, now) }),
    ...(typeof milliseconds === 'number' && { time: format.duration(milliseconds) }),
    ...(typeof transport === 'string' && { way: textOf(t, `checks.ways.${transport}`) }),
  })
}
