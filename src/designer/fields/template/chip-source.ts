import { pathSource } from '#expression'
import type { ChipPart } from './template-text.ts'

/** What a reference is in an expression's text. */
export function sourceOfPart(part: ChipPart): string {
  return part.kind === 'variable' ? `$${part.variable}` : pathSource(part.step, part.path)
}
