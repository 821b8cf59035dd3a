import type { Json } from '#base'
import type { Failure } from '#domain'

/** How a step, or a sequence of steps, ended. Plain JSON: it crosses the border of a child run. */
export type Completion =
  | { readonly kind: 'done'; readonly value: Json }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The loop around it ends. */
  | { readonly kind: 'break' }
  /** The run ends, as `failure` says: null is a success. */
  | { readonly kind: 'stop'; readonly value: Json; readonly failure: Failure | null }
  /** Something beside it ended what contains both, so it went no further. */
  | { readonly kind: 'over' }

export const done = (value: Json): Completion => ({ kind: 'done', value })
export const failed = (failure: Failure): Completion => ({ kind: 'failed', failure })
