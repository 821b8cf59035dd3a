import { useEffect, useRef } from 'react'

export interface NameEditorProps {
  /** What is named, for screen readers. */
  readonly label: string
  readonly value: string
  readonly onChange: (name: string) => void
  /** Enter, Escape (after it took the change back) or leaving the field; `isGone`: it is not drawn any more. */
  readonly onDone: (isGone: boolean) => void
  readonly className?: string
}

/** Edits a name in place. Every keystroke counts; Escape and an empty field bring back the name it had. */
export function NameEditor({ label, value, onChange, onDone, className = '' }: NameEditorProps) {
  const field = useRef<HTMLInputElement>(null)
  const original = useRef(value)
  const isDone = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (bringBack: boolean, isGone = false) => {
    if (isDone.current) return
    isDone.current = true
    if (bringBack || value.trim() === '') onChange(original.current)
    onDone(isGone)
  }
  const latest = useRef(finish)
  useEffect(() => {
    latest.current = finish
  })
  // Scrolled out of the picture it is over, too: it must not come back and take the focus later.
  useEffect(
    () => () => {
      queueMicrotask(() => {
        if (!field.current) latest.current(false, true)
      })
    },
    [],
  )
  return (
    <input
      ref={field}
      aria-label={label}
      value={value}
      spellCheck={false}
      className={`min-w-0 rounded-sm bg-surface px-1 text-strong outline-2 outline-focus ${className}`}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => finish(false)}
      onKeyDown={(event) => {
        // Keys of the view around it are not meant while a name is typed; undo and the like are.
        if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(false)
        if (event.key === 'Escape') finish(true)
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      // Copying here means the text, not the step.
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
    />
  )
}
