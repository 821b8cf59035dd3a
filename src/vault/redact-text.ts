import type { FormFinder, Span } from './create-form-finder.ts'

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]'

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}

/**
 * The text with every occurrence of a form replaced, overlapping ones together. Of a text that was `cut`, also a
 * beginning of a form at its end. The same string when there is none.
 */
export function redactText(text: string, finder: FormFinder, cut: boolean): string {
  const found = finder.occurrences(text)
  const broken = cut ? finder.beginningAtEnd(text) : undefined
  if (found.length === 0 && !broken) return text
  let result = ''
  let at = 0
  for (const [start, end] of merged(broken ? [...found, broken] : found)) {
    result += text.slice(at, start) + REDACTED
    at = end
  }
  return result + text.slice(at)
}
