import type { Connection, ConnectionId } from '#domain'
import { useLateTexts, type TFunction } from '#texts'
import { showToast } from '#ui'
import { useWorkspaceStore, type ConnectionTest } from '#workbench'
import { lazy, Suspense, useEffect, useState } from 'react'
import { isTestShown } from './shown-tests.ts'
import { failureWords } from './test-words.ts'

const ConnectionTestDialog = lazy(async () => ({
  default: (await import('./connection-test-dialog.tsx')).ConnectionTestDialog,
}))

/** Milliseconds a failure stays: long enough to press what it offers; the connection's status says it afterwards. */
const STAYS_MS = 12_000

/** Tells how the tests ended that began by themselves, and shows their reports to who wants them. */
export function TestNotices() {
  const t = useLateTexts()
  const store = useWorkspaceStore()
  const [shown, setShown] = useState<Connection | null>(null)
  useEffect(
    () =>
      store.subscribe(({ tests, workspace }, before) => {
        if (tests === before.tests) return
        for (const id of Object.keys(tests) as ConnectionId[]) {
          const connection = workspace.connections[id]
          const test = tests[id]
          if (connection && test && test !== before.tests[id] && !isTestShown(id)) {
            tell(t, connection, test, () => setShown(connection))
          }
        }
      }),
    [store, t],
  )
  return shown ? (
    <Suspense fallback={null}>
      <ConnectionTestDialog connection={shown} isPast onClose={() => setShown(null)} />
    </Suspense>
  ) : null
}

function tell(t: TFunction, connection: Connection, { report, startedBy }: ConnectionTest, onShow: () => void): void {
  if (startedBy !== 'save' || !report) return
  const { name } = connection
  const { outcome, status, failure } = report
  if (outcome === 'ok') {
    showToast({ title: t('connections.checkOk', { name, status: status ?? '' }), tone: 'success' })
  } else if (outcome === 'failed' && failure) {
    showToast({
      title: t('connections.checkFailed', { name }),
      description: failureWords(t, failure, connection).what,
      tone: 'danger',
      timeout: STAYS_MS,
      action: { label: t('checks.showReport'), onAction: onShow },
    })
  }
}
