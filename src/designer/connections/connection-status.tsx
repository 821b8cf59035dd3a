import type { Connection } from '#domain'
import { useTranslation } from '#texts'
import { Button, StatusDot } from '#ui'
import { useConnectionStatus, type ShownStatus } from './use-connection-status.ts'
import { useCredentialsLabel } from './use-credentials-label.ts'

/** What helps: enter credentials, or ask the API whether they are good. */
export type StatusAction = 'credentials' | 'check'

/** The one thing to do about a status; `null` where there is nothing to do, or the API cannot be asked. */
export function statusAction(kind: ShownStatus['status']['kind'], canCheck: boolean): StatusAction | null {
  switch (kind) {
    case 'untested':
      return canCheck ? 'check' : null
    case 'ok':
    case 'bypassed':
    case 'missing':
    case 'inactive':
      return null
    default:
      return 'credentials'
  }
}

export interface ConnectionStatusProps {
  readonly connection: Connection
  /** The one thing that helps in this state; `null` shows the status alone. */
  readonly action: StatusAction | null
  readonly onAction: (action: StatusAction) => void
  readonly isPending?: boolean
}

/** A connection's status: a mark, its word, and the one thing to do about it. */
export function ConnectionStatus({ connection, action, onAction, isPending = false }: ConnectionStatusProps) {
  const { t } = useTranslation()
  const shown = useConnectionStatus(connection)
  const credentialsLabel = useCredentialsLabel(connection)
  if (!shown) return null
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <StatusDot tone={shown.tone} label={shown.label} showLabel />
      {action !== null && (
        <Button size="sm" isPending={isPending} onPress={() => onAction(action)}>
          {action === 'credentials' ? credentialsLabel : t(`connections.statusAction.${action}`)}
        </Button>
      )}
    </span>
  )
}
