import type { InputSpec, InputValue } from '#domain'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { CodeFieldHandle } from './code/code-field-props.ts'
import type { ChangeInput } from './input-edit.ts'
import { convertTo, modeOf, type InputMode } from './input-mode.ts'
import { sameInput } from './use-typed-text.ts'
import type { ChipPart } from './template/template-text.ts'

/** How one field is given, and the ways to change that. */
export interface InputModes {
  readonly mode: InputMode
  readonly choose: (mode: 'text' | 'value' | 'expression') => void
  readonly clear: (() => void) | null
  readonly isPicking: boolean
  readonly setPicking: (isPicking: boolean) => void
  readonly openPicker: () => void
  readonly pick: (part: ChipPart) => void
  readonly handle: RefObject<CodeFieldHandle | null>
}

interface ModesOf {
  readonly spec: InputSpec
  readonly value: InputValue | undefined
  readonly onChange: ChangeInput
  readonly startsAs?: 'text' | 'value'
}

/** Keeps how a field is given: mostly told by the value, else by what the person chose last. */
export function useInputModes({ spec, value, onChange, startsAs }: ModesOf): InputModes {
  const [preferred, setPreferred] = useState<InputMode | null>(startsAs ?? null)
  const [isPicking, setPicking] = useState(false)
  const handle = useRef<CodeFieldHandle | null>(null)
  const isFocusDue = useRef(false)
  const mode = modeOf(value, spec.type, preferred)
  // The picker hands the focus back to what opened it; after an insertion the person goes on in the text.
  useEffect(() => {
    if (isPicking || !isFocusDue.current) return undefined
    isFocusDue.current = false
    // A frame later: the key that picked must not be typed into the text, and the picker's own handing back comes first.
    const frame = requestAnimationFrame(() => handle.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [isPicking])
  const choose = (next: 'text' | 'value' | 'expression') => {
    setPreferred(next)
    const converted = next === 'value' && startsAs === 'text' ? jsonFrom(value) : convertTo(next, value)
    if (!sameInput(converted, value)) onChange(converted, 'choice')
  }
  const pick = (part: ChipPart) => {
    // In text and expressions a reference joins what is there; elsewhere it takes the place of the value.
    if (mode !== 'text' && mode !== 'expression') onChange(part, 'choice')
    else {
      isFocusDue.current = true
      handle.current?.insert(part)
    }
  }
  return {
    mode,
    choose,
    clear: value === undefined ? null : () => onChange(null, 'choice'),
    isPicking,
    setPicking,
    openPicker: () => setPicking(true),
    pick,
    handle,
  }
}

/** What was text as JSON: `5` becomes a number; what is no JSON stays as it was typed, as a draft. */
function jsonFrom(value: InputValue | undefined): InputValue | null {
  const converted = convertTo('value', value)
  return converted ?? { kind: 'draft', text: '', as: 'literal' }
}
