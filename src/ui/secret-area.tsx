import { TextArea, type TextAreaProps } from './text-area.tsx'
import { useReveal } from './use-reveal.tsx'

export type SecretAreaProps = Omit<TextAreaProps, 'suffix' | 'isMasked' | 'isMonospace'>

/** Several lines that are hidden until they are revealed: keys and certificates. Browsers are told not to correct them. */
export function SecretArea(props: SecretAreaProps) {
  const { isShown, button } = useReveal()
  return <TextArea autoComplete="off" spellCheck="false" {...props} isMonospace isMasked={!isShown} suffix={button} />
}
