import type { CheckStage, Connection } from '#domain'
import { problemText, useLateTexts } from '#texts'
import { Button, showToast } from '#ui'
import { useWorkspace } from '#workbench'
import { useState } from 'react'
import { EditConnectionDialog } from '../page/edit-connection-dialog.tsx'
import { TestCredentialsDialog } from '../test-credentials-dialog.tsx'
import { useCredentialsLabel } from '../use-credentials-label.ts'
import { failureIn } from './test-words.ts'

/** Failures that other credentials, or another consent, mend. */
const OF_CREDENTIALS =
  /^(http-40[13]|credential-.*|consent-.*|needs-reconnect|token-refused|client-secret-.*|auth-value-.*)$/
/** Failures that another address or another request mends. */
const OF_CONNECTION =
  /^(http-404|base-url-.*|url-.*|redirected|redirect-blocked|dns|refused|path-escapes-base|origin-not-bound)$/

type Remedy = 'credentials' | 'connection' | 'relay' | 'request' | null

function remedyFor(stages: readonly CheckStage[]): Remedy {
  const code = failureIn(stages)?.code
  if (code === undefined) return stages.some(({ facts }) => facts[0]?.code === 'nothing-to-ask') ? 'request' : null
  if (code === 'cors-refused') return 'relay'
  if (OF_CREDENTIALS.test(code)) return 'credentials'
  return OF_CONNECTION.test(code) ? 'connection' : null
}

export interface TestRemedyProps {
  readonly connection: Connection
  readonly stages: readonly CheckStage[]
}

/** The one thing that helps after a test; tests again when it is done. */
export function TestRemedy({ connection, stages }: TestRemedyProps) {
  const t = useLateTexts()
  const remedy = remedyFor(stages)
  const [open, setOpen] = useState<'credentials' | 'connection' | null>(null)
  const change = useChange(connection)
  const credentialsLabel = useCredentialsLabel(connection)
  const connector = useWorkspace(({ catalog }) => catalog.connector(connection.connector))
  const testAgain = useWorkspace((state) => state.check)
  const { id, baseUrl } = connection
  return (
    <>
      {(remedy === 'credentials' || remedy === 'connection') && (
        <Button onPress={() => setOpen(remedy)}>
          {remedy === 'credentials' ? credentialsLabel : t('connections.edit')}
        </Button>
      )}
      {remedy === 'relay' && <Button onPress={() => change({ accessMode: 'relay' })}>{t('run.useRelay')}</Button>}
      {remedy === 'request' && (
        <Button onPress={() => change({ check: { method: 'GET', path: '' } })}>
          {t('checks.testWith', { request: `GET ${baseUrl}` })}
        </Button>
      )}
      {open === 'credentials' && (
        <TestCredentialsDialog connection={connection} isOpen onOpenChange={() => setOpen(null)} />
      )}
      {open === 'connection' && connector && (
        <EditConnectionDialog
          connection={connection}
          connector={connector}
          onClose={() => {
            setOpen(null)
            void testAgain(id)
          }}
          onNeedsCredentials={() => setOpen('credentials')}
        />
      )}
    </>
  )
}

/** Changes the connection and tests it again. */
function useChange(connection: Connection): (parts: Partial<Connection>) => void {
  const t = useLateTexts()
  const saveConnection = useWorkspace((state) => state.saveConnection)
  const testAgain = useWorkspace((state) => state.check)
  return (parts) => {
    const save = async () => {
      const saved = await saveConnection({ connection: { ...connection, ...parts }, authMethod: null, secrets: null })
      if (saved.ok) await testAgain(connection.id)
      else showToast({ title: problemText(t, saved.error), tone: 'danger' })
    }
    void save()
  }
}
