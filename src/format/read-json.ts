import { err, ok, problem, type Json, type Problem, type Result } from '#base'
import { JSON_LIMITS, type JsonLimits } from './json-limits.ts'
import { lineAndColumn, scanJson } from './scan-json.ts'

/** Where V8, SpiderMonkey and JavaScriptCore say that reading stopped, as far as they do. */
function placeOf(input: string, thrown: unknown): { readonly line: number; readonly column: number } {
  const message = thrown instanceof Error ? thrown.message : ''
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) }
  const [, position] = /position (\d+)/.exec(message) ?? []
  return lineAndColumn(input, position === undefined ? input.length : Number(position))
}

/**
 * Reads JSON from whoever: a file, the clipboard, a message. Refused, each with line and column where there is one:
 * `document-too-large`, `document-byte-order-mark`, `json-empty`, `json-too-deep`, `json-too-many-values`,
 * `json-duplicate-key`, `json-forbidden-key`, `json-lone-surrogate`, `json-syntax`.
 */
export function readJson(input: string, limits: JsonLimits = JSON_LIMITS): Result<Json, Problem> {
  if (input.length > limits.length) {
    return err(problem('document-too-large', { bytes: input.length, limit: limits.length }))
  }
  if (input.startsWith('\uFEFF')) return err(problem('document-byte-order-mark', {}, { line: 1, column: 1 }))
  if (input.trim() === '') return err(problem('json-empty'))
  const found = scanJson(input, limits)
  if (found) return err(found)
  try {
    return ok(JSON.parse(input) as Json)
  } catch (thrown) {
    const place = placeOf(input, thrown)
    return err(problem('json-syntax', place, place))
  }
}
