import { Banner } from '#ui'
import { useFormTexts } from './field-words.ts'

const USES = ['publicApi', 'gateway', 'local'] as const

/** Says what it means to bypass authentication, and what that is for. */
export function NoneWarning() {
  const t = useFormTexts()
  return (
    <>
      <div className="text-xs text-muted">
        <p>{t('connections.noneUses.title')}</p>
        <ul className="list-disc ps-5">
          {USES.map((use) => (
            <li key={use}>{t(`connections.noneUses.${use}`)}</li>
          ))}
        </ul>
      </div>
      <Banner tone="warning">{t('connections.noneWarning')}</Banner>
    </>
  )
}
