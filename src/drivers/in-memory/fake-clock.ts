/** A clock that stands still until everything waits for it; then it jumps to the next timer. */
export interface FakeClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Resolves when the clock has come `milliseconds` further. */
  readonly wait: (milliseconds: number) => Promise<void>
  /** Says that something is under way which is no timer: the clock stands still until it has ended. */
  readonly busy: () => () => void
  /** Waits for something inside what was said to be busy; meanwhile the clock may go on. */
  readonly aside: <T>(waiting: Promise<T>) => Promise<T>
}

interface Timer {
  readonly at: number
  readonly ring: () => void
}

/** A clock that starts at `startAt`, milliseconds since the epoch. */
export function createFakeClock(startAt = Date.UTC(2026, 0, 1)): FakeClock {
  let time = startAt
  let active = 0
  let planned = false
  const timers: Timer[] = []

  const jump = () => {
    planned = false
    if (active > 0) return
    const [next] = timers.toSorted((a, b) => a.at - b.at)
    if (!next) return
    timers.splice(timers.indexOf(next), 1)
    time = Math.max(time, next.at)
    next.ring()
    plan()
  }
  /** Jumps only after everything that can go on without the clock has gone on. */
  const plan = () => {
    if (planned || active > 0 || timers.length === 0) return
    planned = true
    setTimeout(jump, 0)
  }

  return {
    now: () => time,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        timers.push({ at: time + milliseconds, ring: resolve })
        plan()
      }),
    busy: () => {
      active += 1
      let ended = false
      return () => {
        if (ended) return
        ended = true
        active -= 1
        plan()
      }
    },
    aside: async (waiting) => {
      active -= 1
      plan()
      try {
        return await waiting
      } finally {
        active += 1
      }
    },
  }
}
