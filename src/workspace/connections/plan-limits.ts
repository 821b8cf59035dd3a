import { err, ok, problem, type Problem, type Result } from '#base'
import type { ConnectionLimits } from '#domain'

/** Limits as they are typed; an empty text is no limit. */
export type LimitTexts = Readonly<Record<keyof ConnectionLimits, string>>

/** What each limit may be. */
const RANGES: Readonly<Record<keyof ConnectionLimits, { least: number; most: number; isWhole: boolean }>> = {
  requestsPerSecond: { least: 0.01, most: 10_000, isWhole: false },
  concurrent: { least: 1, most: 1000, isWhole: true },
  timeoutSeconds: { least: 0.1, most: 600, isWhole: false },
}

function limitOf(key: keyof ConnectionLimits, typed: string): Result<number | null, Problem> {
  const text = typed.trim()
  if (text === '') return ok(null)
  const { least, most, isWhole } = RANGES[key]
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  const isFine = number >= least && number <= most && (!isWhole || Number.isInteger(number))
  if (isFine) return ok(number)
  return err(problem(isWhole ? 'limit-whole' : 'limit-number', { least, most }, { field: `limits.${key}` }))
}

/** The limits that were typed. Problems `limit-number` and `limit-whole` {least, most}, each with `at.field`. */
export function planLimits(texts: LimitTexts): Result<ConnectionLimits, readonly Problem[]> {
  const requestsPerSecond = limitOf('requestsPerSecond', texts.requestsPerSecond)
  const concurrent = limitOf('concurrent', texts.concurrent)
  const timeoutSeconds = limitOf('timeoutSeconds', texts.timeoutSeconds)
  if (requestsPerSecond.ok && concurrent.ok && timeoutSeconds.ok) {
    return ok({
      requestsPerSecond: requestsPerSecond.value,
      concurrent: concurrent.value,
      timeoutSeconds: timeoutSeconds.value,
    })
  }
  return err([requestsPerSecond, concurrent, timeoutSeconds].flatMap((limit) => (limit.ok ? [] : [limit.error])))
}
