import { expressionReferences } from './expression-references.ts'

/**
 * The source with references renamed: `replace` gives another id, or `undefined` to leave one as it is. Everything else,
 * comments and spaces too, stays as it was typed. A source that does not parse is handed back unchanged.
 */
export function rewriteReferences(source: string, replace: (id: string) => string | undefined): string {
  let rewritten = ''
  let position = 0
  for (const { id, from, to } of expressionReferences(source)) {
    rewritten += `${source.slice(position, from)}$${replace(id) ?? id}`
    position = to
  }
  return rewritten + source.slice(position)
}
