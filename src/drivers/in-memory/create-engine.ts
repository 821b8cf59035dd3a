import { assert, type Json, type Result } from '#base'
import type { Failure } from '#domain'
import type { EffectKey, Engine, Interrupted, Settled } from '#runtime'
import type { FakeClock } from './fake-clock.ts'

const CANCELLED: Interrupted = { outcome: 'cancelled' }

/** An engine without a journal: effects run at once, and settle in the order in which they end. */
export function createEngine(clock: FakeClock, signal: AbortSignal): Engine {
  /** One per engine of the run: children come and go, the signal has one listener. */
  const wakes = new Set<() => void>()
  const wakeAll = () => {
    for (const wake of wakes) wake()
  }
  signal.addEventListener('abort', wakeAll, { once: true })
  return engineOf(clock, signal, wakes)
}

function engineOf(clock: FakeClock, signal: AbortSignal, wakes: Set<() => void>): Engine {
  const keys = new Set<EffectKey>()
  const settled: Settled[] = []
  let resume: (() => void) | undefined

  const claim = (key: EffectKey) => {
    assert(!keys.has(key), `the effect ${key} was started twice`)
    keys.add(key)
  }
  const settle = (key: EffectKey, result: Result<Json, Failure>) => {
    settled.push(
      result.ok ? { key, outcome: 'done', value: result.value } : { key, outcome: 'failed', failure: result.error },
    )
    resume?.()
  }
  const wake = () => resume?.()
  wakes.add(wake)

  return {
    now: clock.now,
    start: (key, run) => {
      claim(key)
      const rest = clock.busy()
      void run().then((result) => {
        settle(key, result)
        rest()
      })
    },
    sleep: (key, milliseconds) => {
      claim(key)
      void clock.wait(milliseconds).then(() => settle(key, { ok: true, value: null }))
    },
    child: (key, run) => {
      claim(key)
      const childWakes = new Set<() => void>()
      const forward = () => {
        for (const childWake of childWakes) childWake()
      }
      wakes.add(forward)
      void run(engineOf(clock, signal, childWakes)).then((result) => {
        wakes.delete(forward)
        settle(key, result)
      })
    },
    next: async () => {
      for (;;) {
        if (signal.aborted) return CANCELLED
        const first = settled.shift()
        if (first) return first
        await new Promise<void>((resolve) => {
          resume = resolve
        })
        resume = undefined
      }
    },
  }
}
