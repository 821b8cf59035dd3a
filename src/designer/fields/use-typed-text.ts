import { sameJson, type Json } from '#base'
import type { InputValue } from '#domain'
import { useState } from 'react'
import type { Edited } from './input-edit.ts'

interface Typed {
  readonly text: string
  /** The document's value when it refused the text; null when it took it. */
  readonly refusedAt: { readonly value: InputValue | undefined } | null
}

/**
 * What an editor shows: what was typed for as long as the document holds what it stands for (`1.0` stays `1.0`) or
 * refuses it, else the document's value. So undo, another tab or a mode switch move the editor by themselves.
 */
export function useTypedText(
  value: InputValue | undefined,
  textOf: (value: InputValue | undefined) => string,
  valueOf: (text: string) => InputValue | null,
): readonly [text: string, setTyped: (text: string, edited: Edited) => void] {
  const [typed, setTyped] = useState<Typed | null>(null)
  const isCurrent = typed !== null && sameInput(typed.refusedAt ? typed.refusedAt.value : valueOf(typed.text), value)
  if (typed?.refusedAt && !isCurrent) setTyped(null)
  return [
    isCurrent ? typed.text : textOf(value),
    (text, edited) => setTyped({ text, refusedAt: edited.ok ? null : { value } }),
  ]
}

/** Whether two values are the same entry; null and undefined both mean none. */
export function sameInput(a: InputValue | null | undefined, b: InputValue | null | undefined): boolean {
  if (a == null || b == null) return a == null && b == null
  return a === b || sameJson(a as unknown as Json, b as unknown as Json)
}
