import { isJsonObject } from '#base'
import {
  collectDamaged,
  deleteQuarantined,
  liveKeptCounts,
  liveQuarantine,
  liveTrash,
  type Database,
  type QuarantineRow,
} from '#storage'
import type { DamagedRecord, KeptPort } from '#workbench'

function recordOf({ id, table, key, at, raw }: QuarantineRow): readonly DamagedRecord[] {
  if (id === undefined) return []
  const known = isJsonObject(raw) ? raw['name'] : undefined
  const name = typeof known === 'string' && known.trim() !== '' ? known : key
  return [{ id, table, name, at, text: table === 'credentials' ? null : JSON.stringify(raw, null, 2) }]
}

/** Records set aside and the trash, in this browser's database. */
export function createKeptPort(database: Database): KeptPort {
  return {
    counts: (onChange) => liveKeptCounts(database, onChange),
    collect: () => collectDamaged(database),
    damaged: (onChange) => liveQuarantine(database, (rows) => onChange(rows.flatMap(recordOf))),
    discard: (id) => deleteQuarantined(database, id),
    deleted: (onChange) => liveTrash(database, onChange),
  }
}
