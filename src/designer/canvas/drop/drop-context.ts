import { createContext, useContext } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import type { DropPoint } from './drop-points.ts'

/**
 * What a gap offers: nothing is dragged (`idle`), dropping here would change nothing (`none`), it may be dropped here, it
 * may not, or it goes here when let go now (`target`).
 */
export type DropState = 'idle' | 'none' | 'allowed' | 'refused' | 'target'

/** The gaps of the drag under way, by key. */
export interface DropBoard {
  readonly points: ReadonlyMap<string, DropPoint> | null
  readonly target: string | null
}

export const createDropBoard = (): StoreApi<DropBoard> =>
  createStore<DropBoard>()(() => ({ points: null, target: null }))

const DropContext = createContext(createDropBoard())

export const DropProvider = DropContext.Provider

/** What the gap on a line offers; renders again only when that changes. */
export const useDropState = (key: string): DropState =>
  useStore(useContext(DropContext), ({ points, target }) => {
    if (!points) return 'idle'
    const point = points.get(key)
    if (!point) return 'none'
    if (target === key) return 'target'
    return point.isAllowed ? 'allowed' : 'refused'
  })
