import type { Failure } from '#domain'
import type { Surroundings } from './compile-expression.ts'

/** What an evaluation uses beside its scope. */
export interface Evaluation extends Surroundings {
  /**
   * Told why a value came out as nothing, which is no failure of its own: `reference-undefined` (params `step`, `path`
   * as far as it led, `missing` the key, `in` what stood there), `reference-no-result`, `variable-undefined`,
   * `expression-undefined`.
   */
  readonly onNotice?: ((notice: Failure) => void) | undefined
}

/** For previews outside a run: a clock and chance that stand still, so that a preview does not flicker. */
export const STILL: Evaluation = { now: () => 0, random: () => 0 }
