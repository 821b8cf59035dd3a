import type { CheckStage, Connection } from '#domain'
import { problemText, useLateTexts } from '#texts'
import { Button, showToast } from '#ui'
import { useWorkspace } from '#workbench'
import { useState } from 'react'
import { EditAuthMethodDialog } from '../page/edit-auth-method-dialog.tsx'
import { EditConnectionDialog } from '../page/edit-connection-dialog.tsx'
import { isOfMethod } from '../is-of-method.ts'
import { TestCredentialsDialog } from '../test-credentials-dialog.tsx'
import { useCredentialsLabel } from '../use-credentials-label.ts'
import { failureIn } from './test-words.ts'

/** Failures that other credentials, or another consent, mend. */
const OF_CREDENTIALS =
  /^(http-40[13]|credential-.*|consent-.*|needs-reconnect|token-refused|client-secret-.*|auth-value-.*)$/
/** Failures that another address or another request mends. */
const OF_CONNECTION =
  /^(http-404|base-url-.*|url-.*|redirected|redirect-blocked|dns|refused|path-escapes-base|origin-not-bound)$/

type Remedy = 'credentials' | 'method' | 'connection' | 'relay' | 'request' | null

function remedyFor(stages: readonly CheckStage[]): Remedy {
  const failure = failureIn(stages)
  if (failure === null) return stages.some(({ facts }) => facts[0]?.code === 'nothing-to-ask') ? 'request' : null
  const { code } = failure
  if (code === 'cors-refused') return 'relay'
  if (isOfMethod(failure)) return 'method'
  if (OF_CREDENTIALS.test(code)) return 'credentials'
  return OF_CONNECTION.test(code) ? 'connection' : null
}

export interface TestRemedyProps {
  readonly connection: Connection
  readonly stages: readonly CheckStage[]
}

/** The one thing that helps after a test; tests again when something was saved. */
export function TestRemedy({ connection, stages }: TestRemedyProps) {
  const t = useLateTexts()
  const remedy = remedyFor(stages)
  const [open, setOpen] = useState<Exclude<Remedy, 'relay' | 'request'>>(null)
  const change = useChange(connection)
  const credentialsLabel = useCredentialsLabel(connection, failureIn(stages)?.code)
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const connector = useWorkspace(({ catalog }) => catalog.connector(connection.connector))
  const testAgain = useWorkspace((state) => state.check)
  const { id, baseUrl } = connection
  const labels = {
    credentials: credentialsLabel,
    method: t('connections.editAuthMethod'),
    connection: t('connections.edit'),
  }
  const close = () => setOpen(null)
  return (
    <>
      {(remedy === 'credentials' || remedy === 'method' || remedy === 'connection') && (
        <Button onPress={() => setOpen(remedy)}>{labels[remedy]}</Button>
      )}
      {remedy === 'relay' && <Button onPress={() => change({ accessMode: 'relay' })}>{t('run.useRelay')}</Button>}
      {remedy === 'request' && (
        <Button onPress={() => change({ check: { method: 'GET', path: '' } })}>
          {t('checks.testWith', { request: `GET ${baseUrl}` })}
        </Button>
      )}
      {open === 'credentials' && <TestCredentialsDialog connection={connection} isOpen onOpenChange={close} />}
      {open === 'method' && method && (
        <EditAuthMethodDialog method={method} onClose={close} onSaved={() => void testAgain(id)} />
      )}
      {open === 'connection' && connector && (
        <EditConnectionDialog
          connection={connection}
          connector={connector}
          onClose={close}
          onSaved={() => void testAgain(id)}
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
