/** Why a request was given up. */
export type GivenUp = 'timeout' | 'cancelled'

/** A signal that aborts after a time or when another one does, and says which. */
export interface Deadline {
  readonly signal: AbortSignal
  readonly givenUp: () => GivenUp | null
  /** Frees the timer. */
  readonly end: () => void
}

export function createDeadline(milliseconds: number, cancel: AbortSignal): Deadline {
  const controller = new AbortController()
  let reason: GivenUp | null = null
  const giveUp = (why: GivenUp) => {
    reason ??= why
    controller.abort()
  }
  const onCancel = () => giveUp('cancelled')
  const timer = setTimeout(() => giveUp('timeout'), milliseconds)
  if (cancel.aborted) onCancel()
  else cancel.addEventListener('abort', onCancel, { once: true })
  return {
    signal: controller.signal,
    givenUp: () => reason,
    end: () => {
      clearTimeout(timer)
      cancel.removeEventListener('abort', onCancel)
    },
  }
}
