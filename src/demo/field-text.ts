import type { Json } from '#base'

/** A field as the text a query compares it with: scalars as they read, everything else as JSON, a missing one as ''. */
export function fieldText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
