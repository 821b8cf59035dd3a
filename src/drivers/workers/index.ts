export { createWorkersDriver, type WorkersDriver, type WorkersDriverOptions } from './create-workers-driver.ts'
export type { RunHandle } from './page/start-run.ts'
export { whyRelay, type RelayQuestion, type RelayReason } from './send/why-relay.ts'
export type { ProbeFinding } from './vault/probe-address.ts'
