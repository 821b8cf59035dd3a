import { isJsonObject, type Json } from '#base'

/** What kind of value it is, in a person's words (`fields.type.…`). */
export type ValueKind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object'

/** The kind of a value. */
export function valueKindOf(value: Json): ValueKind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  switch (typeof value) {
    case 'string':
      return 'text'
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    default:
      return 'object'
  }
}

/** A value as one short line of JSON. Stops as soon as the line is full, so a list of any length costs the same. */
export function valuePreview(value: Json, limit = 80): string {
  const line = write(value, limit)
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line
}

function write(value: Json, room: number): string {
  if (typeof value === 'string') return JSON.stringify(value.length > room ? value.slice(0, room + 1) : value)
  if (Array.isArray(value)) return wrap('[', ']', value.values(), (item: Json, left) => write(item, left), room)
  if (!isJsonObject(value)) return JSON.stringify(value)
  const entries = keysOf(value)
  return wrap('{', '}', entries, (key, left) => `${key}: ${write(value[key] ?? null, left)}`, room)
}

function* keysOf(value: object): Generator<string> {
  for (const key in value) if (Object.hasOwn(value, key)) yield key
}

function wrap<T>(
  open: string,
  close: string,
  members: Iterable<T>,
  writeMember: (member: T, room: number) => string,
  room: number,
): string {
  let line = open
  for (const member of members) {
    if (line.length > room) return line
    line += `${line.length > 1 ? ', ' : ''}${writeMember(member, room - line.length)}`
  }
  return line + close
}
