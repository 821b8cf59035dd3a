import type { Problem } from '#base'
import { useState } from 'react'
import type { Edited } from './input-edit.ts'
import { useRefusal } from './use-refusal.ts'

/** A text of the document in an editor. */
export interface KeptText {
  /** The document's, or what was typed in its place for as long as the document refuses that. */
  readonly text: string
  readonly refusal: Problem | null
  readonly change: (text: string) => void
}

/** Commits each letter, and keeps what is refused on the screen. */
export function useKeptText(value: string, commit: (text: string) => Edited): KeptText {
  const [typed, setTyped] = useState(value)
  const [refusal, note] = useRefusal(value)
  return {
    text: refusal ? typed : value,
    refusal,
    change: (text) => {
      setTyped(text)
      note(commit(text))
    },
  }
}
