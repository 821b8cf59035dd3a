import { jsonBytes, type Json, type Problem, type Result } from '#base'
import type { IntegrationId, Run } from '#domain'
import { asJson } from './as-json.ts'
import { attempt } from './attempt.ts'
import type { Database } from './database.ts'
import { readRows, setAside } from './read-rows.ts'
import { RunRow } from './rows.ts'

/** How many runs are kept in all, and how many bytes they may take; the oldest give way. */
export interface RunCap {
  readonly count: number
  readonly bytes: number
}

type CapKey = readonly [startedAt: number, bytes: number, id: string]

const DEFAULT_CAP: RunCap = { count: 200, bytes: 50_000_000 }

/** Keeps a run, replacing an earlier record of it. The run itself is kept even when it alone is over the cap. */
export function saveRun(database: Database, shown: Run, cap: RunCap = DEFAULT_CAP): Promise<Result<void, Problem>> {
  const run = asJson(shown)
  const bytes = jsonBytes(run as Json)
  return attempt(database, () =>
    database.transaction('rw', database.runs, async () => {
      await database.runs.put({ id: run.id, integration: run.integration, startedAt: run.startedAt, bytes, run })
      const oldestFirst = (await database.runs.orderBy('[startedAt+bytes+id]').keys()) as unknown as CapKey[]
      let count = 0
      let total = 0
      const over: string[] = []
      for (const [, size, id] of oldestFirst.toReversed()) {
        count += 1
        total += size
        if (id !== run.id && (count > cap.count || total > cap.bytes)) over.push(id)
      }
      await database.runs.bulkDelete(over)
    }),
  )
}

/** The runs of an integration, the newest first. Damaged ones are set aside. */
export async function listRuns(database: Database, integration: IntegrationId): Promise<readonly Run[]> {
  const raw = await database.runs.where('integration').equals(integration).toArray()
  const { rows, damaged } = readRows('runs', RunRow, raw)
  // What cannot be set aside now, for want of room perhaps, is met again at the next look.
  await setAside(database, damaged).catch(() => undefined)
  return rows.toSorted((a, b) => b.startedAt - a.startedAt).map(({ run }) => run)
}
