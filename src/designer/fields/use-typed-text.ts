import { sameJson, type Json } from '#base'
import type { InputValue } from '#domain'
import { useState } from 'react'

/**
 * What an editor shows: what was typed for as long as the document holds what it stands for (`1.0` stays `1.0`), else
 * the document's value. So undo, another tab or a mode switch move the editor by themselves.
 */
export function useTypedText(
  value: InputValue | undefined,
  textOf: (value: InputValue | undefined) => string,
  valueOf: (text: string) => InputValue | null,
): readonly [text: string, setTyped: (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null)
  const isCurrent = typed !== null && sameInput(valueOf(typed), value)
  return [isCurrent ? typed : textOf(value), setTyped]
}

/** Whether two values are the same entry; null and undefined both mean none. */
export function sameInput(a: InputValue | null | undefined, b: InputValue | null | undefined): boolean {
  if (a == null || b == null) return a == null && b == null
  return a === b || sameJson(a as unknown as Json, b as unknown as Json)
}
