import {
  deleteTestPayload,
  listRuns,
  listTestPayloads,
  readPins,
  savePins,
  saveRun,
  saveTestPayload,
  type Database,
} from '#storage'
import type { RunsPort } from '#workbench'

/** Runs, test payloads and pinned outputs in this browser's database. */
export function createRunsPort(database: Database): RunsPort {
  return {
    save: async (run) => void (await saveRun(database, run)),
    list: (integration) => listRuns(database, integration),
    payloads: (flow) => listTestPayloads(database, flow),
    savePayload: async (payload) => void (await saveTestPayload(database, payload)),
    removePayload: async (id) => void (await deleteTestPayload(database, id)),
    pins: (integration) => readPins(database, integration),
    savePins: async (integration, pins) => void (await savePins(database, integration, pins)),
  }
}
