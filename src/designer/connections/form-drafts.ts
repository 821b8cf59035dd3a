import type { ConnectionFormValues } from './form/connection-form-values.ts'

interface Draft {
  readonly values: ConnectionFormValues
  /** Whether the form was left by going back to the list, so that it does not come up by itself again. */
  readonly isSetAside: boolean
}

/** What is half filled in a connection form, kept while the form is not on the screen. */
export interface FormDraft {
  readonly read: () => Draft | null
  /** `null` forgets it, with the secrets in it. */
  readonly write: (values: ConnectionFormValues | null) => void
  readonly setAside: () => void
}

const drafts = new WeakMap<object, Map<string, Draft>>()

/**
 * The draft of one form: `owner` is the session it belongs to, `key` what it was opened from (a step, a page). Only in
 * memory, and gone with its owner: a node that scrolls out of view takes nothing along, and nothing typed is stored.
 */
export function draftOf(owner: object, key: string): FormDraft {
  const table = drafts.get(owner) ?? new Map<string, Draft>()
  drafts.set(owner, table)
  return {
    read: () => table.get(key) ?? null,
    write: (values) => {
      if (values === null) table.delete(key)
      else table.set(key, { values, isSetAside: false })
    },
    setAside: () => {
      const draft = table.get(key)
      if (draft) table.set(key, { ...draft, isSetAside: true })
    },
  }
}
