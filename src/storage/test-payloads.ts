import type { Problem, Result } from '#base'
import type { FlowId, IntegrationId } from '#domain'
import { asJson } from './as-json.ts'
import { attempt } from './attempt.ts'
import type { Database } from './database.ts'
import { readRows, setAside } from './read-rows.ts'
import { PayloadRow, type TestPayload } from './rows.ts'

/** The test payloads of a flow of an integration, by name. Damaged ones are set aside. */
export async function listTestPayloads(
  database: Database,
  integration: IntegrationId,
  flow: FlowId,
): Promise<readonly TestPayload[]> {
  const { rows, damaged } = readRows(
    'payloads',
    PayloadRow,
    await database.payloads.where('flow').equals(flow).toArray(),
  )
  // What cannot be set aside now, for want of room perhaps, is met again at the next look.
  await setAside(database, damaged).catch(() => undefined)
  // Only copies of an integration share the ids of flows, so few rows are passed over.
  return rows
    .flatMap(({ integration: owner, ...payload }) => (owner === integration ? [payload] : []))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Adds or replaces a test payload. */
export function saveTestPayload(
  database: Database,
  integration: IntegrationId,
  payload: TestPayload,
): Promise<Result<void, Problem>> {
  return attempt(database, async () => {
    await database.payloads.put({ ...asJson(payload), integration })
  })
}

export function deleteTestPayload(database: Database, id: string): Promise<Result<void, Problem>> {
  return attempt(database, () => database.payloads.delete(id))
}
