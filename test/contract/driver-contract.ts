import { afterEach, describe } from 'vitest'
import { createHarness, type CreateContractDriver } from './contract-harness.ts'
import { describeEndRules } from './end-rules.ts'
import { describeErrorRules } from './error-rules.ts'
import { describeFlowRules } from './flow-rules.ts'
import { describeLoopRules } from './loop-rules.ts'
import { describeWebhookRules } from './webhook-rules.ts'

export type { CreateContractDriver } from './contract-harness.ts'

/**
 * What every host of the runtime must do: the rules of `src/runtime/SPEC.md` that show in results and traces. Nothing
 * here depends on a clock: delays are zero, and times are left out of comparisons.
 */
export function describeDriver(name: string, createDriver: CreateContractDriver): void {
  describe(`driver contract: ${name}`, () => {
    const harness = createHarness(createDriver)
    afterEach(harness.dispose)
    describeFlowRules(harness)
    describeLoopRules(harness)
    describeErrorRules(harness)
    describeEndRules(harness)
    describeWebhookRules(harness)
  })
}
