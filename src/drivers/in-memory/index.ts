export { createEngine } from './create-engine.ts'
export {
  createInMemoryDriver,
  type InMemoryDriver,
  type InMemoryDriverOptions,
  type InMemoryRun,
} from './create-in-memory-driver.ts'
export { createFakeClock, type FakeClock } from './fake-clock.ts'
export {
  scriptHttp,
  type ScriptedAnswer,
  type ScriptedExchange,
  type ScriptedHttp,
  type SeenRequest,
} from './script-http.ts'
