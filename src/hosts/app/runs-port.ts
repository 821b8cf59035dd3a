import {
  deleteTestPayload,
  listRuns,
  listTestPayloads,
  readPins,
  savePin,
  saveRun,
  saveTestPayload,
  type Database,
} from '#storage'
import type { RunsPort } from '#workbench'

/** Runs, test payloads and pinned outputs in this browser's database. */
export function createRunsPort(database: Database): RunsPort {
  return {
    save: (run) => saveRun(database, run),
    list: (integration) => listRuns(database, integration),
    payloads: (integration, flow) => listTestPayloads(database, integration, flow),
    savePayload: (integration, payload) => saveTestPayload(database, integration, payload),
    removePayload: (id) => deleteTestPayload(database, id),
    pins: (integration) => readPins(database, integration),
    savePin: (integration, step, output) => savePin(database, integration, step, output),
  }
}
