import { err, ok, sameJson, type Json, type Result } from '#base'
import type { Failure, Inputs, InputSpec } from '#domain'
import { failure, locate } from '../failure.ts'
import { evaluateInput } from './evaluate-input.ts'
import type { Evaluation } from './evaluation.ts'
import type { Scope } from './scope.ts'

type Values = Readonly<Record<string, Json>>

const isShown = ({ showWhen }: InputSpec, values: Values): boolean =>
  !showWhen || showWhen.in.some((value) => sameJson(value, values[showWhen.input] ?? null))

/**
 * All inputs of a step by key, as its connector declares them: defaults filled in, hidden ones left out. Failures, with
 * `at.input`: those of `evaluateInput`, and `input-required` with the reason as `cause` where a required one has no value.
 */
export async function evaluateInputs(
  specs: readonly InputSpec[],
  inputs: Inputs,
  scope: Scope,
  evaluation: Evaluation,
): Promise<Result<Values, Failure>> {
  const values: Record<string, Json> = {}
  for (const spec of specs) {
    if (!isShown(spec, values)) continue
    const entered = Object.hasOwn(inputs, spec.key) ? inputs[spec.key] : spec.default
    let cause: Failure | undefined
    const onNotice = (notice: Failure) => {
      cause ??= notice
      evaluation.onNotice?.(locate(notice, { input: spec.key }))
    }
    // One after the other: what an input is shown by comes before it, and the first failure is the one to tell.
    // oxlint-disable-next-line no-await-in-loop
    const value = entered && (await evaluateInput(entered, spec, scope, { ...evaluation, onNotice }))
    if (value && !value.ok) return err(locate(value.error, { input: spec.key }))
    const given = value?.value
    if (spec.required && (given === undefined || given === null || given === '')) {
      return err(failure('input-required', { input: spec.key }, { input: spec.key }, { cause }))
    }
    if (given !== undefined) values[spec.key] = given
  }
  return ok(values)
}
