import { useTranslation } from '#texts'
import { SecretField, type SecretFieldProps } from '#ui'
import { cleanSecret } from '#workspace'
import { useState, type ClipboardEvent } from 'react'

/**
 * A field for a secret. What is pasted loses the line break or space that came along with it, and the field says so: an
 * input drops line breaks silently, and a space would be sent.
 */
export function SecretInput({ value = '', onChange, description, ...rest }: SecretFieldProps) {
  const { t } = useTranslation()
  const [isTrimmed, setTrimmed] = useState(false)
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = cleanSecret(event.clipboardData.getData('text'))
    setTrimmed(pasted.trimmed)
    if (!pasted.trimmed) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    const start = selectionStart ?? value.length
    onChange?.(value.slice(0, start) + pasted.value + value.slice(selectionEnd ?? start))
  }
  return (
    <SecretField
      {...rest}
      value={value}
      onChange={(text) => {
        setTrimmed(false)
        onChange?.(text)
      }}
      onPaste={onPaste}
      description={<span role="status">{isTrimmed ? t('connections.pasteTrimmed') : description}</span>}
    />
  )
}
