import { verifiesWebhooks, type Connection } from '#domain'
import { useTranslation } from '#texts'
import { ListBoxItem, StatusDot } from '#ui'
import { useWorkspace } from '#workbench'
import { useConnectionStatus } from './use-connection-status.ts'

export interface ConnectionOptionProps {
  readonly connection: Connection
  /** How many steps of this integration use it. */
  readonly steps: number
}

/** One connection to choose: its status, name, address, how it authenticates and where it is used. */
export function ConnectionOption({ connection, steps }: ConnectionOptionProps) {
  const { t } = useTranslation()
  const type = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod]?.type)
  const status = useConnectionStatus(connection)
  const facts = [
    ...(type ? [t(`connections.authTypes.${type}.short`)] : []),
    steps > 0 ? t('connections.uses', { count: steps }) : t('connections.unusedHere'),
  ]
  return (
    <ListBoxItem
      id={connection.id}
      label={connection.name}
      icon={status && <StatusDot tone={status.tone} label={status.label} />}
      description={
        <>
          {!(type && verifiesWebhooks({ type })) && (
            <span dir="ltr" className="block truncate font-mono text-2xs">
              {connection.baseUrl}
            </span>
          )}
          <span className="block truncate">{facts.join(' · ')}</span>
        </>
      }
    />
  )
}
