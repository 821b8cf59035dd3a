import type { Problem, Result } from '#base'
import type { SaveState } from './workbench-state.ts'

type Write = () => Promise<Result<void, Problem>>

/** Writes what stands beside the document, each thing on its own, and says whether all of it is stored. */
export interface SideWrites {
  /** Writes one thing. Under the same key it takes the place of what was to be written before. */
  readonly write: (key: string, write: Write) => void
  /** Tries again what could not be stored. Resolves when everything is, or could not be once more. */
  readonly flush: () => Promise<void>
}

/**
 * `mayWrite` is asked before something is tried again: another tab may have written the same since.
 */
export function createSideWrites(onState: (state: SaveState) => void, mayWrite: () => boolean): SideWrites {
  /** What is not stored: under way, or refused. */
  const open = new Map<string, { readonly write: Write; readonly problem: Problem | null }>()
  const underWay = new Set<Promise<void>>()

  const tell = () => {
    const refused = [...open.values()].find((entry) => entry.problem !== null)
    if (underWay.size > 0) onState({ status: 'saving', problem: refused?.problem ?? null })
    else onState({ status: open.size > 0 ? 'unsaved' : 'saved', problem: refused?.problem ?? null })
  }
  const run = (key: string, write: Write) => {
    const attempt = async () => {
      const stored = await write()
      if (open.get(key)?.write !== write) return
      if (stored.ok) open.delete(key)
      else open.set(key, { write, problem: stored.error })
    }
    open.set(key, { write, problem: open.get(key)?.problem ?? null })
    const task = attempt().finally(() => {
      underWay.delete(task)
      tell()
    })
    underWay.add(task)
    tell()
  }

  return {
    write: run,
    flush: async () => {
      await Promise.all(underWay)
      if (mayWrite()) for (const [key, { write }] of open) run(key, write)
      await Promise.all(underWay)
    },
  }
}
