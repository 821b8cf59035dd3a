import { IconButton, showToast, TextField } from '#ui'
import { Copy } from 'lucide-react'
import { useConsentTexts } from './use-consent-texts.ts'

export interface CopyFieldProps {
  readonly label: string
  readonly value: string
  readonly description?: string
  /** To be read from afar, and typed on another device. */
  readonly isLarge?: boolean
}

const LARGE =
  '[&_input]:min-h-12 [&_input]:text-center [&_input]:text-2xl [&_input]:tracking-widest [&_input]:font-semibold'

/** A text to be taken letter by letter to somewhere else. */
export function CopyField({ label, value, description, isLarge = false }: CopyFieldProps) {
  const t = useConsentTexts()
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    showToast({ title: t('common.copied') })
  }
  return (
    <TextField
      isReadOnly
      isMonospace
      {...(isLarge && { className: LARGE })}
      label={label}
      value={value}
      {...(description !== undefined && { description })}
      suffix={
        <IconButton size="xs" aria-label={t('consent.copy', { what: label })} onPress={() => void copy()}>
          <Copy />
        </IconButton>
      }
    />
  )
}
