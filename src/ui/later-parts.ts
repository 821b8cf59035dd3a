import { useEffect, useState } from 'react'

/** Parts of a screen that load after it. */
export interface LaterParts<Parts> {
  readonly load: () => Promise<Parts>
  /**
   * Null until they are loaded, which the first component that wants them begins; at once afterwards. Throws for the
   * nearest `ErrorBoundary` when they cannot be.
   */
  readonly useParts: (isWanted?: boolean) => Parts | null
}

/**
 * Splits off what a screen does not need for its first picture.
 * @example
 * export const pickerParts = laterParts(() => import('./picker-parts.ts'))
 */
export function laterParts<Parts extends object>(load: () => Promise<Parts>): LaterParts<Parts> {
  let loaded: Parts | null = null
  const loadOnce = async (): Promise<Parts> => {
    loaded ??= await load()
    return loaded
  }
  return {
    load: loadOnce,
    useParts: (isWanted = true) => {
      const [parts, setParts] = useState(loaded)
      useEffect(() => {
        if (parts || !isWanted) return
        const fail = (error: unknown) =>
          setParts(() => {
            throw error
          })
        loadOnce().then(setParts, fail)
      }, [parts, isWanted])
      return parts
    },
  }
}
