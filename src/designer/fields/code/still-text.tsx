import { chipsIn, partsOfText } from '../template/template-text.ts'
import type { CodeFieldProps } from './code-field-props.ts'

/** What stands in for an editor that has not loaded: a plain field, or, where there are chips, the text to read. */
export function StillText(props: CodeFieldProps & { readonly className: string; readonly onSettle: () => void }) {
  const { text, language, isMultiline = false, isReadOnly = false, isInvalid = false } = props
  if (language === 'template' && chipsIn(text).length > 0) {
    return (
      <div role="textbox" aria-label={props.label} aria-readonly aria-busy tabIndex={0} className={props.className}>
        {partsOfText(text).map((part) => (part.kind === 'text' ? part.text : `[${props.faceOf(part).label}]`))}
      </div>
    )
  }
  const shared = {
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': isInvalid || undefined,
    className: props.className,
    placeholder: props.placeholder,
    readOnly: isReadOnly,
    spellCheck: false,
    value: text,
    onBlur: () => {
      props.onBlur?.()
      props.onSettle()
    },
  } as const
  if (isMultiline) {
    return <textarea {...shared} rows={4} onChange={(event) => props.onText(event.target.value)} />
  }
  return (
    <input
      {...shared}
      type="text"
      onChange={(event) => props.onText(event.target.value)}
      onKeyDown={(event) => {
        if (!event.ctrlKey || event.code !== 'Space') return
        event.preventDefault()
        props.onPick?.()
      }}
    />
  )
}
