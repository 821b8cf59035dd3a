import { useTranslation } from '#texts'
import { TextInput } from '../form/text-input.tsx'

const LIMITS = ['requestsPerSecond', 'concurrent', 'timeoutSeconds'] as const

/** How fast requests of the connection may follow each other, how many at once, and how long each may take. */
export function LimitInputs() {
  const { t } = useTranslation()
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-xs font-medium text-strong">{t('checks.limits.title')}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] items-start gap-3">
        {LIMITS.map((key) => (
          <TextInput
            key={key}
            path={`limits.${key}`}
            label={t(`checks.limits.${key}`)}
            placeholder={t('checks.limits.none')}
            inputMode="decimal"
          />
        ))}
      </div>
      <p className="text-xs text-pretty text-muted">{t('checks.limits.help')}</p>
    </fieldset>
  )
}
