import type { Connection } from '#domain'
import { useTranslation } from '#texts'
import { usePorts, useWorkspace } from '#workbench'
import { connectionStatus, statusChangesAt, type ConnectionStatus } from '#workspace'
import { useEffect, useState } from 'react'
import type { StatusDotProps } from '#ui'

/** A connection's status as it is shown. */
export interface ShownStatus {
  readonly status: ConnectionStatus
  readonly tone: StatusDotProps['tone']
  readonly label: string
}

const TONES: Readonly<Record<ConnectionStatus['kind'], StatusDotProps['tone']>> = {
  'not-configured': 'warning',
  untested: 'neutral',
  ok: 'success',
  expiring: 'warning',
  expired: 'danger',
  failing: 'danger',
  'needs-reconnect': 'danger',
  missing: 'danger',
  inactive: 'neutral',
  bypassed: 'info',
}

/** The status of a connection in words and colour; `null` without a connection. */
export function useConnectionStatus(connection: Connection | null): ShownStatus | null {
  const { t } = useTranslation()
  const workspace = useWorkspace((state) => state.workspace)
  const now = useTimeOfStatus(connection)
  if (!connection) return null
  const status = connectionStatus(connection, workspace, now)
  return { status, tone: TONES[status.kind], label: t(`connections.status.${status.kind}`) }
}

/** Timers count in 32 bits. */
const LONGEST_TIMER = 2 ** 31 - 1

/** The time, told anew when it changes the status: a credential expires while nobody does anything. */
function useTimeOfStatus(connection: Connection | null): number {
  const { environment } = usePorts()
  const workspace = useWorkspace((state) => state.workspace)
  const [, setPassed] = useState(0)
  const now = environment.now()
  const next = connection && statusChangesAt(connection, workspace, now)
  useEffect(() => {
    if (next === null) return undefined
    const pause = Math.min(LONGEST_TIMER, Math.max(0, next - environment.now()))
    return environment.setTimer(() => setPassed((count) => count + 1), pause)
  }, [environment, next])
  return now
}
