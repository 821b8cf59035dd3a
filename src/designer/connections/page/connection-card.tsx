import type { Connection, IntegrationDoc } from '#domain'
import { useTranslation } from '#texts'
import { Button, IconButton, Menu, MenuItem, MenuTrigger } from '#ui'
import { useWorkspace } from '#workbench'
import { Ellipsis, KeyRound, Pencil, PlugZap, ShieldCheck, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { ConnectionTestDialog } from '../check/connection-test-dialog.tsx'
import { LastTest } from '../check/last-test.tsx'
import { ConnectionStatus, statusAction } from '../connection-status.tsx'
import { useConnectionStatus } from '../use-connection-status.ts'
import { useCredentialsLabel } from '../use-credentials-label.ts'
import { ConnectionFacts } from './connection-facts.tsx'

/** What can be done with a connection in a dialog. */
export type ConnectionDialog = 'edit' | 'method' | 'credentials' | 'delete'

export interface ConnectionCardProps {
  readonly connection: Connection
  /** `null` until they are read. */
  readonly docs: readonly IntegrationDoc[] | null
  readonly onOpen: (dialog: ConnectionDialog) => void
}

/** One connection: what it is, how it stands, where it is used, and what can be done with it. */
export function ConnectionCard({ connection, docs, onOpen }: ConnectionCardProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const { id, name, description } = connection
  const [isTesting, setTesting] = useState(false)
  const isUnderWay = useWorkspace(({ tests }) => tests[id]?.report === null)
  const isDeclared = useWorkspace(({ catalog }) => catalog.connector(connection.connector)?.check !== undefined)
  const canCheck = isDeclared || connection.check !== null
  const status = useConnectionStatus(connection)?.status.kind ?? 'missing'
  const action = statusAction(status, canCheck)
  const credentialsLabel = useCredentialsLabel(connection)
  return (
    <li className="border-b border-line last:border-b-0">
      <article aria-labelledby={titleId} className="flex flex-col gap-2.5 px-4 py-3.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h2 id={titleId} className="min-w-0 text-base font-medium break-words text-strong">
            {name}
          </h2>
          {/* The button for credentials stands on the right anyway. */}
          <ConnectionStatus
            connection={connection}
            action={action === 'check' ? action : null}
            isPending={isUnderWay}
            onAction={() => setTesting(true)}
          />
          <LastTest connection={connection} />
          <div className="ms-auto flex shrink-0 items-center gap-1">
            {status !== 'bypassed' && (
              <Button
                size="sm"
                icon={<KeyRound />}
                variant={action === 'credentials' ? 'primary' : 'secondary'}
                onPress={() => onOpen('credentials')}
              >
                {credentialsLabel}
              </Button>
            )}
            <MenuTrigger>
              <IconButton size="sm" aria-label={t('connections.menu', { name })}>
                <Ellipsis />
              </IconButton>
              <Menu
                placement="bottom end"
                onAction={(key) => {
                  if (key === 'check') setTesting(true)
                  else onOpen(key === 'delete' || key === 'method' ? key : 'edit')
                }}
              >
                <MenuItem id="edit" label={t('connections.edit')} icon={<Pencil />} />
                <MenuItem id="method" label={t('connections.editAuthMethod')} icon={<ShieldCheck />} />
                <MenuItem id="check" label={t('connections.check')} icon={<PlugZap />} />
                <MenuItem id="delete" label={t('connections.delete')} icon={<Trash2 />} isDanger />
              </Menu>
            </MenuTrigger>
          </div>
        </div>
        {description !== '' && <p className="-mt-1.5 text-sm text-pretty text-muted">{description}</p>}
        <ConnectionFacts connection={connection} docs={docs} />
      </article>
      {isTesting && <ConnectionTestDialog connection={connection} onClose={() => setTesting(false)} />}
    </li>
  )
}
