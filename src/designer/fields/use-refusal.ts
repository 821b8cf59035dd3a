import type { Problem } from '#base'
import { useState } from 'react'
import type { Edited } from './input-edit.ts'

/**
 * Why the last edit of a value was refused: until one is made, or the value is another one anyway (undo, another tab).
 * `note` takes what an edit came to and hands it on.
 */
export function useRefusal<T>(
  value: T,
  isSame: (a: T, b: T) => boolean = Object.is,
): readonly [refusal: Problem | null, note: (edited: Edited) => Edited] {
  const [refused, setRefused] = useState<{ readonly problem: Problem; readonly at: T } | null>(null)
  const isCurrent = refused !== null && isSame(refused.at, value)
  // Forgotten at once: the value may become again what it was.
  if (refused && !isCurrent) setRefused(null)
  return [
    isCurrent ? refused.problem : null,
    (edited) => {
      setRefused(edited.ok ? null : { problem: edited.error, at: value })
      return edited
    },
  ]
}
