import { err, ok, type Json, type Result } from '#base'

/** Where JSON stopped making sense, counted from 1. */
export interface JsonStop {
  readonly line: number
}

/** Parses JSON; an error tells the line. */
export function jsonValueOf(text: string): Result<Json, JsonStop> {
  try {
    return ok(JSON.parse(text) as Json)
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : ''
    // Engines word it differently: some give the position, some the line.
    const line = /line (\d+)/.exec(message)?.[1]
    if (line !== undefined) return err({ line: Number(line) })
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    return err({ line: text.slice(0, position).split('\n').length })
  }
}
