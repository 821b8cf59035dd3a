import { err, ok, type Json, type Problem, type Result } from '#base'
import { unfitContent } from '#domain'

/** Where text stopped being JSON, in lines from 1, or why its JSON could not be kept. */
export type JsonStop = { readonly line: number } | { readonly unfit: Problem }

/** How deep JSON may nest that is typed: a document holds it inside of steps, conditions and lists. */
const MAX_DEPTH = 100

/** Parses JSON that a document can keep; an error tells the line, or what of it cannot be kept. */
export function jsonValueOf(text: string): Result<Json, JsonStop> {
  try {
    const value = JSON.parse(text) as Json
    const unfit = unfitContent(value, { limit: MAX_DEPTH, own: true })
    return unfit ? err({ unfit }) : ok(value)
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : ''
    // Engines word it differently: some give the position, some the line.
    const line = /line (\d+)/.exec(message)?.[1]
    if (line !== undefined) return err({ line: Number(line) })
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    return err({ line: text.slice(0, position).split('\n').length })
  }
}
