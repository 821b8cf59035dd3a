/** Shared by the driver loops of one run: whichever hears first that the run was cancelled ends them all. */
export interface Cancellation {
  readonly isCancelled: () => boolean
  /** Ends every loop, the innermost first, so that inner steps are told before those around them. */
  readonly cancel: () => void
  /** Registers how a loop ends; the answer takes it off again. */
  readonly onCancel: (end: () => void) => () => void
}

export function createCancellation(): Cancellation {
  const ends = new Set<() => void>()
  let cancelled = false
  return {
    isCancelled: () => cancelled,
    cancel: () => {
      if (cancelled) return
      cancelled = true
      for (const end of [...ends].toReversed()) end()
    },
    onCancel: (end) => {
      ends.add(end)
      return () => {
        ends.delete(end)
      }
    },
  }
}
