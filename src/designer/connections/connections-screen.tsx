import type { Connection, IntegrationDoc } from '#domain'
import { textOf, useTranslation } from '#texts'
import { Button, EmptyState, SearchField, Spinner, useFocusInList } from '#ui'
import { useWorkspace } from '#workbench'
import { Cable, Plus, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { ConnectionCard, type ConnectionDialog } from './page/connection-card.tsx'
import { DeleteConnectionDialog } from './page/delete-connection-dialog.tsx'
import { EditAuthMethodDialog } from './page/edit-auth-method-dialog.tsx'
import { EditConnectionDialog } from './page/edit-connection-dialog.tsx'
import { NewConnectionDialog } from './page/new-connection-dialog.tsx'
import { useAllDocuments } from './page/use-all-documents.ts'
import { TestCredentialsDialog } from './test-credentials-dialog.tsx'

/** What stands open, and for which connection. */
type Open =
  | { readonly dialog: 'new' }
  | { readonly dialog: ConnectionDialog | 'prompt'; readonly connection: Connection }
  | null

/** Every connection of the workspace, and everything that can be done with one. */
export function ConnectionsScreen() {
  const { t } = useTranslation()
  const isReady = useWorkspace((state) => state.ready)
  const docs = useAllDocuments()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<Open>(null)
  const all = useConnections()
  const found = all.filter(({ words }) => words.includes(query.trim().toLocaleLowerCase()))
  const list = useRef<HTMLUListElement>(null)
  const create = useRef<HTMLButtonElement>(null)
  useFocusInList(
    found.map(({ connection }) => connection.id),
    open !== null,
    list,
    create,
  )
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6 px-8 py-8 max-md:px-4">
      <header className="flex flex-wrap items-center gap-2">
        <h1 className="min-w-40 flex-1 text-2xl font-semibold">{t('connections.title')}</h1>
        <Button ref={create} variant="primary" icon={<Plus />} onPress={() => setOpen({ dialog: 'new' })}>
          {t('connections.newConnection')}
        </Button>
      </header>
      {!isReady && <Spinner label={t('common.loading')} />}
      {isReady && all.length === 0 && (
        <EmptyState
          icon={<Cable />}
          title={t('connections.emptyTitle')}
          className="rounded-xl border border-line bg-surface"
        >
          {t('connections.emptyText')}
        </EmptyState>
      )}
      {/* While it holds back what there is, it has to be there. */}
      {(all.length > 1 || query !== '') && (
        <SearchField label={t('connections.search')} value={query} onChange={setQuery} className="max-w-80" />
      )}
      {all.length > 0 && found.length === 0 && (
        <EmptyState icon={<SearchX />} title={t('connections.nothingFound', { query })} />
      )}
      {found.length > 0 && (
        <ul
          ref={list}
          aria-label={t('connections.title')}
          className="overflow-hidden rounded-xl border border-line bg-surface"
        >
          {found.map(({ connection }) => (
            <ConnectionCard
              key={connection.id}
              connection={connection}
              docs={docs}
              onOpen={(dialog) => setOpen({ dialog, connection })}
            />
          ))}
        </ul>
      )}
      <OpenDialog open={open} onChange={setOpen} docs={docs} />
    </div>
  )
}

/** The connections by name, with the words that search finds them by. */
function useConnections(): readonly { readonly connection: Connection; readonly words: string }[] {
  const { t } = useTranslation()
  const { connections, authMethods } = useWorkspace((state) => state.workspace)
  const catalog = useWorkspace((state) => state.catalog)
  return Object.values(connections)
    .map((connection) => {
      const { name, description, baseUrl, stableKey, connector, authMethod } = connection
      const connectorName = textOf(t, catalog.connector(connector)?.name ?? connector)
      const words = [name, description, baseUrl, stableKey, connectorName, authMethods[authMethod]?.name ?? '']
      return { connection, words: words.join(' ').toLocaleLowerCase() }
    })
    .toSorted((a, b) => a.connection.name.localeCompare(b.connection.name))
}

interface OpenDialogProps {
  readonly open: Open
  readonly onChange: (open: Open) => void
  readonly docs: readonly IntegrationDoc[] | null
}

function OpenDialog({ open, onChange, docs }: OpenDialogProps) {
  const close = () => onChange(null)
  const askCredentials = (connection: Connection) => onChange({ dialog: 'prompt', connection })
  const connection = open && 'connection' in open ? open.connection : null
  const connector = useWorkspace(({ catalog }) => connection && catalog.connector(connection.connector))
  const method = useWorkspace(({ workspace }) => connection && workspace.authMethods[connection.authMethod])
  return (
    <>
      <NewConnectionDialog isOpen={open?.dialog === 'new'} onOpenChange={close} onNeedsCredentials={askCredentials} />
      {connection && connector && open?.dialog === 'edit' && (
        <EditConnectionDialog
          connection={connection}
          connector={connector}
          onClose={close}
          onNeedsCredentials={askCredentials}
        />
      )}
      {method && open?.dialog === 'method' && <EditAuthMethodDialog method={method} onClose={close} />}
      {connection && (open?.dialog === 'credentials' || open?.dialog === 'prompt') && (
        <TestCredentialsDialog connection={connection} prompt={open.dialog === 'prompt'} isOpen onOpenChange={close} />
      )}
      {connection && docs && open?.dialog === 'delete' && (
        <DeleteConnectionDialog connection={connection} docs={docs} onClose={close} />
      )}
    </>
  )
}
