import type { JsonPath } from '#base'

const PLAIN = /^[A-Za-z][A-Za-z0-9_]*$/
/** Words that JSONata reads as operators where a name would stand. */
const WORDS = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function'])

/**
 * A reference written as JSONata: `$step_a1b2c3.items[0]."first name"`. Keys that are no plain names are quoted as JSON
 * texts, which JSONata takes for names inside a path.
 */
export function pathSource(id: string, path: JsonPath): string {
  const parts = path.map((key) => {
    if (typeof key === 'number') return `[${key}]`
    return PLAIN.test(key) && !WORDS.has(key) ? `.${key}` : `.${JSON.stringify(key)}`
  })
  return `$${id}${parts.join('')}`
}
