import { laterParts } from '#ui'
import { useMemo } from 'react'
import { addableName, type AddableStep } from './addable-step.ts'
import type { SearchAddables } from './search-addables.ts'

const index = laterParts(() => import('./search-addables.ts'))

/** Until the index is there: what holds every word as it is typed. */
const plainSearch =
  (addables: readonly AddableStep[]): SearchAddables =>
  (query) => {
    const words = query.toLowerCase().split(/\s+/)
    return addables.filter((addable) => words.every((word) => addableName(addable).toLowerCase().includes(word)))
  }

/** Searches what can be added. The index is loaded when somebody is about to search. */
export function useAddableSearch(addables: readonly AddableStep[], isSearching: boolean): SearchAddables {
  const parts = index.useParts(isSearching)
  return useMemo(() => (parts ? parts.createAddableSearch(addables) : plainSearch(addables)), [parts, addables])
}
