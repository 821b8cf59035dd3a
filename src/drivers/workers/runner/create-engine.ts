import { assert, type Json, type Result } from '#base'
import type { Failure } from '#domain'
import type { EffectKey, Engine, Interrupted, Settled } from '#runtime'

/** Milliseconds a run may go on before messages, timers and the trace get their turn. */
const SLICE_MS = 8

const CANCELLED: Interrupted = { outcome: 'cancelled' }

export interface EngineOptions {
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
  /** Gives way until the worker has handled what is waiting, and the page has taken what it was told. */
  readonly giveWay: () => Promise<void>
}

/** Shared by a run's engine and those of its parts. */
interface Pace {
  lastGaveWay: number
}

/** An engine of the worker: real timers, effects settle in the order in which they end. */
export function createEngine(options: EngineOptions): Engine {
  return engineOf(options, { lastGaveWay: performance.now() })
}

function engineOf(options: EngineOptions, pace: Pace): Engine {
  const { signal, giveWay } = options
  const keys = new Set<EffectKey>()
  const settled: Settled[] = []
  let resume: (() => void) | undefined
  let bug: { readonly error: unknown } | undefined

  const wake = () => {
    resume?.()
    resume = undefined
  }
  const claim = (key: EffectKey) => {
    assert(!keys.has(key), `the effect ${key} was started twice`)
    keys.add(key)
  }
  const settle = (key: EffectKey, effect: Promise<Result<Json, Failure>>) => {
    effect.then(
      (result) => {
        settled.push(
          result.ok ? { key, outcome: 'done', value: result.value } : { key, outcome: 'failed', failure: result.error },
        )
        wake()
      },
      (error: unknown) => {
        bug = { error }
        wake()
      },
    )
  }
  signal.addEventListener('abort', wake, { once: true })

  /** What runs without waiting for anything else would keep cancel from being heard. */
  const keepPace = async () => {
    if (performance.now() - pace.lastGaveWay < SLICE_MS) return
    await giveWay()
    pace.lastGaveWay = performance.now()
  }

  return {
    now: () => Date.now(),
    start: (key, run) => {
      claim(key)
      settle(key, run())
    },
    sleep: (key, milliseconds) => {
      claim(key)
      settle(key, new Promise((resolve) => setTimeout(() => resolve({ ok: true, value: null }), milliseconds)))
    },
    child: (key, run) => {
      claim(key)
      settle(key, run(engineOf(options, pace)))
    },
    next: async () => {
      await keepPace()
      while (settled.length === 0 && !signal.aborted && !bug) {
        await new Promise<void>((resolve) => {
          resume = resolve
        })
      }
      if (signal.aborted) return CANCELLED
      if (bug) throw bug.error
      return settled.shift() ?? CANCELLED
    },
  }
}
