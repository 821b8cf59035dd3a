import { useTranslation } from '#texts'
import { Button, EmptyState, SearchField, Spinner, useFocusInList } from '#ui'
import { usePorts, type IntegrationSummary } from '#workbench'
import { FilePlus2, Plus, Upload, Workflow } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { IntegrationRow } from './integration-row.tsx'
import { TemplateList } from './template-list.tsx'
import { useImport } from './use-import.tsx'
import { useKept } from './use-kept.ts'
import { useNewIntegration } from './use-new-integration.ts'
import { useRestore } from './use-restore.ts'

const DamagedRecords = lazy(async () => ({ default: (await import('./kept-parts.ts')).DamagedRecords }))
const RecentlyDeleted = lazy(async () => ({ default: (await import('./kept-parts.ts')).RecentlyDeleted }))

/** Integrations, recent first; templates that run at once; import. */
export function HomeScreen() {
  const { t } = useTranslation()
  const integrations = useIntegrations()
  const [query, setQuery] = useState('')
  const createNew = useNewIntegration()
  const importFile = useImport()
  const kept = useKept()
  const restore = useRestore()
  const found = integrations?.filter((integration) => matches(integration, query))
  const list = useRef<HTMLUListElement>(null)
  const create = useRef<HTMLButtonElement>(null)
  useFocusInList(found?.map(({ id }) => id) ?? [], false, list, create)
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6 px-8 py-8 max-md:px-4">
      <header className="flex flex-wrap items-center gap-2">
        <h1 className="min-w-40 flex-1 text-2xl font-semibold">{t('home.title')}</h1>
        <Button icon={<Upload />} onPress={importFile.choose} isPending={importFile.isPending}>
          {t('home.import')}
        </Button>
        <Button ref={create} variant="primary" icon={<Plus />} onPress={() => void createNew()}>
          {t('home.newIntegration')}
        </Button>
      </header>
      {importFile.message}
      <Suspense fallback={null}>{kept.damaged > 0 && <DamagedRecords />}</Suspense>
      {integrations === null && <Spinner label={t('common.loading')} />}
      {integrations?.length === 0 && (
        <EmptyState
          icon={<Workflow />}
          title={t('home.emptyTitle')}
          className="rounded-xl border border-line bg-surface"
        >
          {t('home.emptyText')}
        </EmptyState>
      )}
      {integrations !== null && integrations.length > 0 && (
        <section aria-label={t('home.title')} className="flex flex-col gap-3">
          {/* While it holds back what there is, it has to be there. */}
          {(integrations.length > 5 || query !== '') && (
            <SearchField label={t('home.search')} value={query} onChange={setQuery} className="max-w-80" />
          )}
          {found?.length === 0 ? (
            <EmptyState icon={<FilePlus2 />} title={t('home.nothingFound', { query })} />
          ) : (
            <ul ref={list} className="overflow-hidden rounded-xl border border-line bg-surface">
              {found?.map((integration) => (
                <IntegrationRow key={integration.id} integration={integration} />
              ))}
            </ul>
          )}
        </section>
      )}
      <Suspense fallback={null}>{kept.deleted > 0 && <RecentlyDeleted onRestore={restore} />}</Suspense>
      <TemplateList />
    </div>
  )
}

function useIntegrations(): readonly IntegrationSummary[] | null {
  const { documents } = usePorts()
  const [integrations, setIntegrations] = useState<readonly IntegrationSummary[] | null>(null)
  useEffect(() => documents.list(setIntegrations), [documents])
  return integrations
}

const matches = (integration: IntegrationSummary, query: string): boolean =>
  `${integration.name} ${integration.description}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase())
