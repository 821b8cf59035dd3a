/** Ends an exchange: by time (`reason` is `'timeout'`) or because the caller left (`'aborted'`). */
export interface Deadline {
  readonly signal: AbortSignal
  /** Milliseconds since the deadline was set. */
  readonly elapsed: () => number
  readonly release: () => void
}

/** A deadline in `milliseconds` that also follows the caller's signal. Release it, or its timer keeps running. */
export function createDeadline(milliseconds: number, caller: AbortSignal): Deadline {
  const controller = new AbortController()
  const start = performance.now()
  const leave = () => controller.abort('aborted')
  const timer = setTimeout(() => controller.abort('timeout'), milliseconds)
  if (caller.aborted) leave()
  else caller.addEventListener('abort', leave, { once: true })
  return {
    signal: controller.signal,
    elapsed: () => performance.now() - start,
    release: () => {
      clearTimeout(timer)
      caller.removeEventListener('abort', leave)
    },
  }
}
