import MiniSearch from 'minisearch'
import { addableName, type AddableStep } from './addable-step.ts'

/** Finds kinds of step by their words, with typing mistakes and unfinished words; the best first. */
export type SearchAddables = (query: string) => readonly AddableStep[]

/** Makes an index over names and summaries: a few milliseconds for thousands of actions, then one search per keystroke. */
export function createAddableSearch(addables: readonly AddableStep[]): SearchAddables {
  const byId = new Map(addables.map((addable) => [addable.id, addable]))
  const index = new MiniSearch<{ id: string; name: string; prefix: string; summary: string }>({
    fields: ['name', 'prefix', 'summary'],
    searchOptions: {
      boost: { name: 3, prefix: 2 },
      prefix: true,
      // Short words would match everything if letters of them could be wrong.
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      combineWith: 'AND',
    },
  })
  index.addAll(addables.map(({ id, name, prefix, summary }) => ({ id, name, prefix, summary })))
  return (query) => {
    const text = query.trim()
    if (text === '') return addables
    const found = index.search(text).flatMap(({ id }) => byId.get(String(id)) ?? [])
    const exact = found.findIndex((addable) => addableName(addable).toLowerCase() === text.toLowerCase())
    const best = found[exact]
    return best ? [best, ...found.filter((addable) => addable !== best)] : found
  }
}
