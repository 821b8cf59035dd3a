/** A field's text; empty where there is none. Only what is the record's own: a field may be called anything. */
export function textAt(values: Readonly<Record<string, unknown>>, key: string): string {
  const value = Object.hasOwn(values, key) ? values[key] : undefined
  return typeof value === 'string' ? value : ''
}
