import type { StepRun } from '#domain'
import { textOf, type TFunction } from '#texts'

const WAITS: ReadonlySet<string> = new Set(['run.waits.asked', 'run.waits.rate'])

/** What a step is waiting for before its request may be sent, in a sentence; null when it is not. */
export function waitingText(t: TFunction, { status, logs }: Pick<StepRun, 'status' | 'logs'>): string | null {
  const last = logs.at(-1)
  return status === 'running' && last?.params && WAITS.has(last.text) ? textOf(t, last.text, last.params) : null
}
