import { isJsonObject, type Json } from '#base'
import { useTranslation } from '#texts'
import { valueKindOf, valuePreview } from '../value/value-preview.ts'

/** What is at a place: a short value, or how much there is, and of which type. */
export function ValueHint({ value }: { readonly value: Json | undefined }) {
  const { t } = useTranslation()
  if (value === undefined) return null
  const kind = valueKindOf(value)
  const text = Array.isArray(value)
    ? t('fields.picker.items', { count: value.length })
    : isJsonObject(value)
      ? t('fields.picker.keys', { count: Object.keys(value).length })
      : valuePreview(value, 28)
  return (
    <span className="flex max-w-48 shrink-0 items-center gap-1.5 text-2xs text-muted">
      <span className="truncate font-mono">{text}</span>
      {kind !== 'list' && kind !== 'object' && kind !== 'null' && (
        <span className="text-faint">{t(`fields.type.${kind}`)}</span>
      )}
    </span>
  )
}
