/**
 * A value as JSON has it. A number that JSON does not know, as a response can hold one (`1e999`), becomes null: stored as it
 * is, it could not be read again.
 */
export function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
