import { useFormat } from '#texts'
import { Button, Disclosure } from '#ui'
import { usePorts, type DeletedIntegration } from '#workbench'
import { useEffect, useState } from 'react'
import { useKeptTexts } from './use-kept-texts.ts'

export interface RecentlyDeletedProps {
  readonly onRestore: (integration: DeletedIntegration) => Promise<void>
}

/** The trash, folded away. It is read when it is opened. */
export function RecentlyDeleted({ onRestore }: RecentlyDeletedProps) {
  const t = useKeptTexts()
  const [isExpanded, setExpanded] = useState(false)
  return (
    <Disclosure level={2} title={t('home.kept.deleted')} isExpanded={isExpanded} onExpandedChange={setExpanded}>
      {isExpanded && <DeletedList onRestore={onRestore} />}
    </Disclosure>
  )
}

function DeletedList({ onRestore }: RecentlyDeletedProps) {
  const t = useKeptTexts()
  const format = useFormat()
  const { kept, environment } = usePorts()
  const [integrations, setIntegrations] = useState<readonly DeletedIntegration[]>([])
  useEffect(() => kept.deleted(setIntegrations), [kept])
  return (
    <>
      <p className="pb-2 text-sm text-muted">{t('home.kept.deletedText')}</p>
      <ul aria-label={t('home.kept.deleted')} className="rounded-xl border border-line bg-surface">
        {integrations.map((integration) => {
          const name = integration.name || t('designer.unnamed')
          return (
            <li key={integration.id} className="flex items-center gap-3 border-b border-line px-4 py-2 last:border-b-0">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-xs text-faint">
                {t('home.kept.deletedWhen', {
                  when: format.relativeTime(integration.deletedAt, environment.now()),
                })}
              </span>
              <Button
                size="sm"
                aria-label={t('home.kept.restoreIt', { name })}
                onPress={() => void onRestore(integration)}
              >
                {t('home.kept.restore')}
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
