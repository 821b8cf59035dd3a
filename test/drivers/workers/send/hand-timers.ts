import type { LimitTimers } from '../../../../src/drivers/workers/send/limit-gate.ts'

/** Timers whose time is moved by hand; promises settle in between. */
export interface HandTimers extends LimitTimers {
  readonly pass: (milliseconds: number) => Promise<void>
  /** Timers that have not fired. */
  readonly pending: () => number
}

/** Lets what has been resolved go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

export function handTimers(): HandTimers {
  let now = 0
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    now: () => now,
    setTimer: (run, milliseconds) => {
      const timer = { at: now + milliseconds, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    pass: async (milliseconds) => {
      const until = now + milliseconds
      await settle()
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)
        if (!next) break
        timers.delete(next)
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = until
      await settle()
    },
    pending: () => timers.size,
  }
}
