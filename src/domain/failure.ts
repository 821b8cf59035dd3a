import * as z from 'zod'

/**
 * Why a step, or a run, did not succeed: plain data that crosses `postMessage` and is stored; bugs throw instead.
 * `params` are facts for the sentence in `texts/`, redacted before they leave the worker.
 */
export interface Failure {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** Whether trying again may help. */
  readonly retryable: boolean
  /** `{ step, input }` as far as known. */
  readonly at: Readonly<Record<string, string | number>>
  readonly cause?: Failure | undefined
}

export const Failure: z.ZodType<Failure> = z.lazy(() =>
  z.strictObject({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    retryable: z.boolean(),
    at: z.record(z.string(), z.union([z.string(), z.number()])),
    cause: Failure.optional(),
  }),
)
