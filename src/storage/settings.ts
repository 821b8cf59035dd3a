import type { Json, Problem, Result } from '#base'
import { attempt } from './attempt.ts'
import type { Database } from './database.ts'
import { SettingRow } from './rows.ts'

/** A setting of the person, not of a document. */
export async function readSetting(database: Database, key: string): Promise<Json | undefined> {
  return SettingRow.safeParse(await database.settings.get(key)).data?.value
}

export function saveSetting(database: Database, key: string, value: Json): Promise<Result<void, Problem>> {
  return attempt(database, async () => {
    await database.settings.put({ key, value })
  })
}
