import type { Problem } from '#base'
import { problemText, textOf, type TFunction } from '#texts'

/** Why a document cannot hold what a person entered, said where they did: a place in its JSON means nothing there. */
export function refusalText(t: TFunction, problem: Problem): string {
  const key = `fields.refused.${problem.code}`
  const text = textOf(t, key, problem.params)
  return text === key ? problemText(t, problem) : text
}

/** The same of what stays on the screen only. */
export const notKeptText = (t: TFunction, problem: Problem): string =>
  `${refusalText(t, problem)} ${t('fields.notKept')}`
