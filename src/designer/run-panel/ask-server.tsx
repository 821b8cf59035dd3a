import { isConnectorStep, type AuthMethod, type Connection, type Failure, type StepId } from '#domain'
import { problemText, textOf, useLateTexts, useTranslation, type TFunction } from '#texts'
import { Button, showToast } from '#ui'
import { useWorkbench, useWorkspace, type ProbeFinding } from '#workbench'
import { useState } from 'react'
import { useStepConnection } from './step-connection.ts'

/**
 * A page cannot tell CORS from refused from an unknown host. The local server can: it tries the address without
 * credentials. Where it gets through, the connection can be sent through it from now on.
 */
export function AskServer({ failure, step }: { readonly failure: Failure; readonly step: StepId }) {
  const t = useLateTexts()
  const probe = useWorkspace((state) => state.probe)
  const [isAsking, setAsking] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const [found, setFound] = useState<ProbeFinding['finding'] | null>(null)
  const method = useWorkbench((state) => methodOf(state.doc.steps[step]))
  const connection = useStepConnection(step)
  const authMethod = useWorkspace((state) => connection && state.workspace.authMethods[connection.authMethod])
  const url = String(failure.params['url'] ?? '')
  const isRelayed = found === 'cors' || found === 'reachable'

  const ask = async () => {
    setAsking(true)
    const result = await probe(url, method, headerNamesOf(authMethod))
    setAsking(false)
    setFound(result.ok ? result.value.finding : null)
    setAnswer(result.ok ? answerOf(t, result.value) : problemText(t, result.error))
  }

  return (
    <div className="flex flex-col items-start gap-2">
      {answer !== null && (
        <p role="status" className="text-sm">
          {answer}
        </p>
      )}
      <span className="flex flex-wrap gap-2">
        <Button size="sm" isPending={isAsking} onPress={() => void ask()}>
          {t('run.askServer')}
        </Button>
        {isRelayed && connection && <UseRelay connection={connection} />}
      </span>
      {isRelayed && !connection && <p className="text-sm">{t('run.relayNeedsConnection')}</p>}
    </div>
  )
}

function UseRelay({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation()
  const saveConnection = useWorkspace((state) => state.saveConnection)
  const send = async () => {
    const saved = await saveConnection({
      connection: { ...connection, accessMode: 'relay' },
      authMethod: null,
      secrets: null,
    })
    showToast(
      saved.ok
        ? { title: t('run.relayUsed', { name: connection.name }), tone: 'success' }
        : { title: problemText(t, saved.error), tone: 'danger' },
    )
  }
  return (
    <Button size="sm" variant="primary" onPress={() => void send()}>
      {t('run.useRelay')}
    </Button>
  )
}

function answerOf(t: TFunction, finding: ProbeFinding): string {
  if (finding.finding === 'cors') return t('run.probe.cors')
  if (finding.finding === 'reachable') return t('run.probe.reachable', { status: finding.params['status'] ?? '' })
  return t('run.probe.failure', { why: textOf(t, `failures.${finding.code}.what`, finding.params) })
}

function methodOf(step: Parameters<typeof isConnectorStep>[0] | undefined): string {
  const method = step && isConnectorStep(step) ? step.inputs['method'] : undefined
  return method?.kind === 'literal' && typeof method.value === 'string' ? method.value : 'GET'
}

/** The headers an auth method adds; they decide whether a browser asks the API for permission first. */
function headerNamesOf(authMethod: AuthMethod | undefined): readonly string[] {
  if (authMethod?.type === 'bearer' || authMethod?.type === 'basic') return ['authorization']
  const name = authMethod?.settings['insertIn'] === 'header' ? authMethod.settings['headerName'] : null
  return typeof name === 'string' ? [name.toLowerCase()] : []
}
