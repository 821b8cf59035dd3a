import type { CreateId } from '#operations'
import { usePorts } from '#workbench'
import { useState } from 'react'

/** Ids that stay the same while a form is tried again, so that a second try never makes a second record. */
export interface SteadyIds {
  readonly createId: CreateId
  /** The id that was given out for a prefix, if any. */
  readonly idOf: (prefix: string) => string | undefined
  /** The next record with this prefix is another one. */
  readonly forget: (prefix: string) => void
}

/** Makes ids for as long as the component lives. */
export function useSteadyIds(): SteadyIds {
  const { environment } = usePorts()
  const [ids] = useState(() => new Map<string, string>())
  return {
    createId: (prefix) => {
      const id = ids.get(prefix) ?? environment.createId(prefix)
      ids.set(prefix, id)
      return id
    },
    idOf: (prefix) => ids.get(prefix),
    forget: (prefix) => ids.delete(prefix),
  }
}
