import { classNames } from '#ui'
import { useImperativeHandle, useRef } from 'react'
import { tokenOf } from '../template/template-text.ts'
import { sourceOfPart } from '../template/chip-source.ts'
import type { CodeFieldProps } from './code-field-props.ts'
import type { CodeMark } from './code-view.ts'
import { StillText } from './still-text.tsx'
import { useCodeLoaded, useCodeView } from './use-code-view.ts'

const NO_MARKS: readonly CodeMark[] = []
const BOX = classNames(
  'flex min-h-8 w-full min-w-0 rounded-md border bg-surface text-sm text-strong transition-colors',
  'focus-within:border-accent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus',
)
const PLAIN = 'w-full min-w-0 flex-1 resize-y bg-transparent px-2.5 py-1.25 outline-none placeholder:text-faint'

/** Text, template or code. A plain field stands in until the editor has loaded; what is typed meanwhile is kept. */
export function CodeField(props: CodeFieldProps) {
  const { language, text, isMultiline = false, isReadOnly = false, isInvalid = false, placeholder = '' } = props
  const box = useRef<HTMLDivElement>(null)
  const still = useRef<HTMLDivElement>(null)
  const { isLoaded, settle } = useCodeLoaded(() => still.current?.contains(document.activeElement) === true)
  const view = useCodeView(
    box,
    isLoaded,
    { language, isMultiline },
    {
      text,
      settings: { label: props.label, describedBy: props.describedBy ?? null, placeholder, isReadOnly, isInvalid },
      surroundings: {
        faceOf: props.faceOf,
        completions: props.completions ?? (() => []),
        onText: props.onText,
        onFocus: () => undefined,
        onBlur: () => props.onBlur?.(),
        onPick: () => props.onPick?.(),
      },
      marks: props.marks ?? NO_MARKS,
      chipsVersion: props.chipsVersion,
    },
  )
  useImperativeHandle(
    props.handle,
    () => ({
      insert: (what) => {
        if (view.current) view.current.insert(what)
        else if (typeof what === 'string') props.onText(text + what)
        else props.onText(text + (language === 'template' ? tokenOf(what) : sourceOfPart(what)))
      },
      focus: () => {
        if (view.current) view.current.focus()
        else still.current?.querySelector<HTMLElement>('input, textarea')?.focus()
      },
    }),
    [view, props, text, language],
  )
  const border = isInvalid ? 'border-danger' : isReadOnly ? 'border-line-strong bg-sunken' : 'border-control'
  if (isLoaded) return <div ref={box} data-code={language} className={classNames(BOX, border)} />
  return (
    <div ref={still} className={classNames(BOX, border)}>
      <StillText
        {...props}
        className={classNames(PLAIN, language !== 'template' && 'font-mono text-xs')}
        onSettle={settle}
      />
    </div>
  )
}
