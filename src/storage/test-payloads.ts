import type { Problem, Result } from '#base'
import type { FlowId } from '#domain'
import { attempt } from './attempt.ts'
import type { Database } from './database.ts'
import { readRows, setAside } from './read-rows.ts'
import { TestPayload } from './rows.ts'

/** The test payloads of a flow, by name. */
export async function listTestPayloads(database: Database, flow: FlowId): Promise<readonly TestPayload[]> {
  const { rows, damaged } = readRows(
    'payloads',
    TestPayload,
    await database.payloads.where('flow').equals(flow).toArray(),
  )
  await setAside(database, damaged)
  return rows.toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Adds or replaces a test payload. */
export function saveTestPayload(database: Database, payload: TestPayload): Promise<Result<void, Problem>> {
  return attempt(database, async () => {
    await database.payloads.put(payload)
  })
}

export function deleteTestPayload(database: Database, id: string): Promise<Result<void, Problem>> {
  return attempt(database, () => database.payloads.delete(id))
}
