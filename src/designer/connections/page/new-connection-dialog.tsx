import type { Connection } from '#domain'
import { textOf, useTranslation } from '#texts'
import { Dialog, Select } from '#ui'
import { useWorkspace, useWorkspaceStore } from '#workbench'
import { useMemo, useState } from 'react'
import { draftOf } from '../form-drafts.ts'
import { ConnectionForm } from '../form/connection-form.tsx'
import { typesFor } from '../types-for.ts'

export interface NewConnectionDialogProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onNeedsCredentials: (connection: Connection) => void
}

/** Makes a connection away from any step: the same form, after a choice of connector. */
export function NewConnectionDialog({ isOpen, onOpenChange, onNeedsCredentials }: NewConnectionDialogProps) {
  const { t } = useTranslation()
  const owner = useWorkspaceStore()
  const catalog = useWorkspace((state) => state.catalog)
  const [key, setKey] = useState('http')
  const draft = useMemo(() => draftOf(owner, key), [owner, key])
  const connectors = catalog
    .connectors()
    .filter(({ actions, triggers }) => [...actions, ...triggers].some(({ connection }) => connection !== 'none'))
  const connector = connectors.find((candidate) => candidate.key === key) ?? connectors[0]
  if (!connector) return null
  return (
    <Dialog title={t('connections.newConnection')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className="flex flex-col gap-4">
        {connectors.length > 1 && (
          <Select
            label={t('connections.connector')}
            choices={connectors.map(({ key: id, name, summary }) => ({
              id,
              label: textOf(t, name),
              description: textOf(t, summary),
            }))}
            value={connector.key}
            onChange={setKey}
          />
        )}
        <ConnectionForm
          key={connector.key}
          connector={connector}
          draft={draft}
          types={typesFor([...connector.actions, ...connector.triggers])}
          onConnected={(connection, needsCredentials) => {
            onOpenChange(false)
            if (needsCredentials) onNeedsCredentials(connection)
          }}
        />
      </div>
    </Dialog>
  )
}
