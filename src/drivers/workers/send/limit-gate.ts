import type { ConnectionLimits } from '#domain'

/** Time as waiting needs it; a test moves it by hand. */
export interface LimitTimers {
  /** Milliseconds that only ever grow: the time of day can jump, and a wait with it. */
  readonly now: () => number
  /** Calls once after a time in milliseconds; gives what calls it off. */
  readonly setTimer: (run: () => void, milliseconds: number) => () => void
}

/** Why a request waits: the API asked for it with a status, or the connection allows no more per second. */
export type WaitReason =
  | { readonly reason: 'asked'; readonly status: number }
  | { readonly reason: 'rate'; readonly requestsPerSecond: number }

/** Called when a request begins to wait, with milliseconds, and again when the wait gets longer. */
export type OnWait = (milliseconds: number, why: WaitReason) => void

/** How a request asks for its turn. */
export interface Entrance {
  readonly limits: Pick<ConnectionLimits, 'requestsPerSecond' | 'concurrent'>
  readonly signal: AbortSignal
  readonly onWait: OnWait
  /** It was answered "later" and goes before those that have not been sent yet. */
  readonly isFirst: boolean
  /** For how many milliseconds it may be kept away because the API asked for it. */
  readonly longestPauseMs: number
}

/** Lets the requests of one connection through, in their order. */
export interface LimitGate {
  /**
   * Resolves when it is the request's turn: `false` when it was cancelled before, or would be kept away for longer than it
   * may. Every `true` is followed by `leave`.
   */
  readonly enter: (entrance: Entrance) => Promise<boolean>
  readonly leave: () => void
  /** Lets nobody in for a time in milliseconds, because the API answered with this status. */
  readonly pause: (milliseconds: number, status: number) => void
  /** For how long nobody is let in, and the status that asked for it; null: who comes may enter. */
  readonly paused: () => { readonly milliseconds: number; readonly status: number } | null
}

const LONGEST_TIMER_MS = 60_000

interface Waiting extends Entrance {
  readonly go: (mayEnter: boolean) => void
}

/**
 * A gate with a place for every request under way and a token bucket that holds one token: requests are spaced evenly, so
 * an API sees no more than the limit in a second wherever its seconds begin. What waits takes no place and no token.
 */
export function createLimitGate({ now, setTimer }: LimitTimers): LimitGate {
  const waiting: Waiting[] = []
  let underWay = 0
  let nextToken = 0
  let pausedUntil = 0
  let pausedBy = 0
  let callOff: () => void = () => undefined

  const tell = ({ onWait, limits: { requestsPerSecond } }: Entrance, ahead: number) => {
    const paused = pausedUntil - now()
    const spaced = requestsPerSecond === null ? 0 : nextToken - now() + (ahead * 1000) / requestsPerSecond
    // The longer of the two is what it waits for.
    if (requestsPerSecond !== null && spaced > 0 && spaced > paused) {
      onWait(spaced, { reason: 'rate', requestsPerSecond })
    } else if (paused > 0) onWait(paused, { reason: 'asked', status: pausedBy })
  }

  const turnAway = (one: Waiting) => {
    waiting.splice(waiting.indexOf(one), 1)
    one.go(false)
  }

  const letIn = () => {
    callOff()
    for (let next = waiting[0]; next; next = waiting[0]) {
      const { requestsPerSecond, concurrent } = next.limits
      if (concurrent !== null && underWay >= concurrent) return
      const wait = Math.max(pausedUntil, requestsPerSecond === null ? 0 : nextToken) - now()
      if (wait > 0) {
        // Timers take no more than some weeks at once, and this asks again anyway.
        callOff = setTimer(letIn, Math.min(wait, LONGEST_TIMER_MS))
        return
      }
      waiting.shift()
      underWay += 1
      if (requestsPerSecond !== null) nextToken = now() + 1000 / requestsPerSecond
      next.go(true)
    }
  }

  return {
    enter: (entrance) =>
      new Promise((resolve) => {
        const { signal, isFirst } = entrance
        if (signal.aborted || pausedUntil - now() > entrance.longestPauseMs) return resolve(false)
        const cancel = () => {
          turnAway(one)
          // It may have been the one that all others waited behind.
          letIn()
        }
        const one: Waiting = {
          ...entrance,
          go: (mayEnter) => {
            signal.removeEventListener('abort', cancel)
            resolve(mayEnter)
          },
        }
        signal.addEventListener('abort', cancel, { once: true })
        if (isFirst) waiting.unshift(one)
        else waiting.push(one)
        letIn()
        const ahead = waiting.indexOf(one)
        if (ahead !== -1) tell(one, ahead)
      }),
    leave: () => {
      underWay -= 1
      letIn()
    },
    pause: (milliseconds, status) => {
      const until = now() + milliseconds
      if (until <= pausedUntil) return
      pausedUntil = until
      pausedBy = status
      for (const one of waiting.filter(({ longestPauseMs }) => longestPauseMs < milliseconds)) turnAway(one)
      for (const [ahead, one] of waiting.entries()) tell(one, ahead)
      letIn()
    },
    paused: () => {
      const milliseconds = pausedUntil - now()
      return milliseconds > 0 ? { milliseconds, status: pausedBy } : null
    },
  }
}
