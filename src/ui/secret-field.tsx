import { TextField, type TextFieldProps } from './text-field.tsx'
import { useReveal } from './use-reveal.tsx'

export type SecretFieldProps = Omit<TextFieldProps, 'type' | 'suffix'>

/** A text field whose text is hidden until it is revealed; browsers are told not to keep or correct it. */
export function SecretField(props: SecretFieldProps) {
  const { isShown, button } = useReveal()
  return (
    <TextField
      autoComplete="off"
      spellCheck="false"
      isMonospace
      {...props}
      type={isShown ? 'text' : 'password'}
      suffix={button}
    />
  )
}
