import { sameJson, type Json } from '#base'

/** Fields to change; those left out, or `undefined`, stay. */
type Changes<T> = { readonly [Key in keyof T]?: T[Key] | undefined }

/** The record with changes in it; the same object when they change nothing, so that no record is new without need. */
export function changeRecord<T extends object>(record: T, changes: Changes<T>): T {
  const before = record as Readonly<Record<string, Json | undefined>>
  const changed = Object.entries(changes).filter(
    ([key, value]) => value !== undefined && !sameJson(before[key], value as Json),
  )
  return changed.length === 0 ? record : { ...record, ...Object.fromEntries(changed) }
}
