import type { Connection, IntegrationDoc } from '#domain'
import { problemText, useTranslation } from '#texts'
import { Banner, Button, Dialog, Select, showToast } from '#ui'
import { usePorts, useWorkspace } from '#workbench'
import { planDeleteConnection } from '#workspace'
import { useState } from 'react'
import { replaceConnection } from './replace-connection.ts'
import { UseList } from './use-list.tsx'

export interface DeleteConnectionDialogProps {
  readonly connection: Connection
  readonly docs: readonly IntegrationDoc[]
  readonly onClose: () => void
}

/** The choice to leave steps without a connection. */
const NOTHING = 'nothing'

/** Deletes a connection: says where it is used, and puts another one, or none, in its place there. */
export function DeleteConnectionDialog({ connection, docs, onClose }: DeleteConnectionDialogProps) {
  const { t } = useTranslation()
  const { name } = connection
  const workspace = useWorkspace((state) => state.workspace)
  const { uses } = planDeleteConnection(connection, docs, workspace)
  const [instead, setInstead] = useState<string | null>(null)
  const { remove, isRemoving, problem } = useDelete(connection, docs, onClose)
  const others = Object.values(workspace.connections).filter(
    ({ id, connector }) => id !== connection.id && connector === connection.connector,
  )
  const isUsed = uses.length > 0
  return (
    <Dialog
      size="sm"
      role="alertdialog"
      title={t('connections.deleteTitle', { name })}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- focus must move into the dialog, and safest to the way out */}
          <Button autoFocus onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="danger"
            isDisabled={isUsed && instead === null}
            isPending={isRemoving}
            onPress={() => void remove(others.find(({ id }) => id === instead) ?? null)}
          >
            {t('connections.delete')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {isUsed ? (
          <>
            <p>{t('connections.deleteUsed', { count: uses.length })}</p>
            <UseList uses={uses} />
            <Select
              label={t('connections.replaceWith')}
              placeholder={t('connections.replacePlaceholder')}
              choices={[
                ...others.map(({ id, name: label, baseUrl }) => ({ id: id as string, label, description: baseUrl })),
                { id: NOTHING, label: t('connections.replaceNone') },
              ]}
              value={instead}
              onChange={setInstead}
            />
          </>
        ) : (
          <p>{t('connections.deleteUnused')}</p>
        )}
        <p className="text-xs text-muted">{t('connections.deleteCannotUndo')}</p>
        {problem !== null && <Banner tone="danger">{problem}</Banner>}
      </div>
    </Dialog>
  )
}

function useDelete(connection: Connection, docs: readonly IntegrationDoc[], onDeleted: () => void) {
  const { t } = useTranslation()
  const ports = usePorts()
  const deleteConnection = useWorkspace((state) => state.deleteConnection)
  const [isRemoving, setRemoving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async (instead: Connection | null) => {
    setRemoving(true)
    const replaced = await replaceConnection(ports, docs, connection.stableKey, instead?.stableKey ?? null)
    const removed = replaced.ok ? await deleteConnection(connection.id) : replaced
    setRemoving(false)
    if (!removed.ok) {
      setProblem(problemText(t, removed.error))
      return
    }
    showToast({ title: t('connections.deleted', { name: connection.name }) })
    onDeleted()
  }
  return { remove, isRemoving, problem }
}
