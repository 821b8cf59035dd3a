import type { LimitTimers } from '../../send/limit-gate.ts'

/** How long at most the clock is not looked at: timers stand still while a machine sleeps, and its clock does not. */
const LOOK_MS = 30_000

export interface IdleLockOptions {
  /** Milliseconds since the epoch: the time a machine sleeps counts. */
  readonly clock: () => number
  readonly setTimer: LimitTimers['setTimer']
  /** Called once when the time is over; it counts again after `start`. */
  readonly onIdle: () => void
}

/** Measures for how long nobody has done anything. */
export interface IdleLock {
  /** Null: never. May be less than one. */
  readonly setMinutes: (minutes: number | null) => void
  readonly start: () => void
  readonly stop: () => void
  /** Somebody did something. */
  readonly touch: () => void
  /** Whether the time is over, also when the timer has not noticed yet. */
  readonly isOver: () => boolean
}

export function createIdleLock({ clock, setTimer, onIdle }: IdleLockOptions): IdleLock {
  let minutes: number | null = null
  let isCounting = false
  let last = clock()
  let cancel: (() => void) | undefined

  const remaining = (): number => {
    const now = clock()
    // A clock that was set back must not make the wait longer.
    last = Math.min(last, now)
    return minutes === null ? Number.POSITIVE_INFINITY : last + minutes * 60_000 - now
  }
  const isOver = () => isCounting && remaining() <= 0
  const arm = () => {
    cancel?.()
    cancel = isCounting && minutes !== null ? setTimer(look, Math.max(0, Math.min(remaining(), LOOK_MS))) : undefined
  }
  const look = () => {
    if (!isOver()) return arm()
    stop()
    onIdle()
  }
  const stop = () => {
    isCounting = false
    arm()
  }

  return {
    setMinutes: (next) => {
      minutes = next
      arm()
    },
    start: () => {
      isCounting = true
      last = clock()
      arm()
    },
    stop,
    touch: () => {
      if (!isOver()) last = clock()
    },
    isOver,
  }
}
