import type { Json, Result } from '#base'
import type { Failure } from '#domain'
import type { EffectKey, Engine, Settled } from '../ports.ts'

/** What a fiber asks of the driver loop: the only ways in which a run waits. */
export type Effect =
  | { readonly kind: 'run'; readonly key: EffectKey; readonly run: () => Promise<Result<Json, Failure>> }
  | { readonly kind: 'sleep'; readonly key: EffectKey; readonly milliseconds: number }
  | {
      readonly kind: 'child'
      readonly key: EffectKey
      readonly run: (engine: Engine) => Promise<Result<Json, Failure>>
    }
  /** Runs fibers side by side; the answer is what they returned, in their order. */
  | { readonly kind: 'join'; readonly fibers: readonly Fiber<unknown>[] }

/** What a fiber gets back for an effect. */
export type Answer = Settled | readonly unknown[]

/**
 * A part of a run as a generator: it yields effects and never awaits, so that a durable engine can replay it. When the
 * run is cancelled it is ended with `return()`, and its `finally` blocks tell the trace.
 */
export type Fiber<T> = Generator<Effect, T, Answer>

/** Performs a journaled effect. */
export function* perform(key: EffectKey, run: () => Promise<Result<Json, Failure>>): Fiber<Result<Json, Failure>> {
  return resultOf(yield { kind: 'run', key, run })
}

/** Waits. */
export function* pause(key: EffectKey, milliseconds: number): Fiber<void> {
  yield { kind: 'sleep', key, milliseconds }
}

/** Runs a part of this run as one of its own. */
export function* spawn(
  key: EffectKey,
  run: (engine: Engine) => Promise<Result<Json, Failure>>,
): Fiber<Result<Json, Failure>> {
  return resultOf(yield { kind: 'child', key, run })
}

/** Runs fibers side by side until all have ended. */
export function* join<T>(fibers: readonly Fiber<T>[]): Fiber<readonly T[]> {
  return (yield { kind: 'join', fibers }) as readonly T[]
}

function resultOf(answer: Answer): Result<Json, Failure> {
  if (!('outcome' in answer)) throw new Error('an effect was answered as if it were a join')
  return answer.outcome === 'done' ? { ok: true, value: answer.value } : { ok: false, error: answer.failure }
}
