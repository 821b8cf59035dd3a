import { createContext, useContext } from 'react'

/** How much of a node is drawn: below half size a placeholder is all that can be read. */
export type Detail = 'full' | 'placeholder'

const DetailContext = createContext<Detail>('full')

export const DetailProvider = DetailContext.Provider

/** How much a node draws at the present scale. */
export const useDetail = (): Detail => useContext(DetailContext)
