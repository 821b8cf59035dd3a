import type { TraceEvent } from '#domain'
import type { TraceBatch } from './messages.ts'

/** Milliseconds events are gathered: about one frame of the page. */
const GATHER_MS = 16
const MAX_EVENTS = 250
/** Events the page may be behind before the run waits for it. */
const MAX_BEHIND = 1000

/** Sends events in batches, in order, and knows how far the page is behind. */
export interface TraceBatches {
  readonly add: (event: TraceEvent) => void
  readonly flush: () => void
  /** The page has been told everything up to this event. */
  readonly acknowledge: (upTo: number) => void
  /** Resolves when the page is not too far behind. */
  readonly caughtUp: () => Promise<void>
}

/**
 * Gathers events for a frame. Those `atOnce` picks go out immediately with all before them: what follows may keep this
 * thread so busy that no timer fires.
 */
export function createTraceBatches(
  post: (batch: TraceBatch) => void,
  atOnce: (event: TraceEvent) => boolean = () => false,
): TraceBatches {
  let events: TraceEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let sent = 0
  let acknowledged = 0
  let waiting: (() => void)[] = []

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (events.length === 0) return
    sent += events.length
    post({ type: 'trace', upTo: sent, events })
    events = []
  }
  const isBehind = () => sent - acknowledged > MAX_BEHIND

  return {
    flush,
    add: (event) => {
      events.push(event)
      if (events.length >= MAX_EVENTS || atOnce(event)) flush()
      else timer ??= setTimeout(flush, GATHER_MS)
    },
    acknowledge: (upTo) => {
      acknowledged = Math.max(acknowledged, upTo)
      if (isBehind()) return
      for (const resolve of waiting) resolve()
      waiting = []
    },
    caughtUp: async () => {
      if (isBehind()) await new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
}
