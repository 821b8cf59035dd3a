import type { Json } from '#base'

/** A value as the text that goes into a URL, header or form: scalars as they read, everything else as JSON. */
export function textValue(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
