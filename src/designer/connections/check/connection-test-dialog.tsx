import type { Connection } from '#domain'
import { useLateTexts } from '#texts'
import { Banner, Button, Dialog } from '#ui'
import { useWorkspace, useWorkspaceStore, type ConnectionTest } from '#workbench'
import { useEffect, useRef } from 'react'
import { useShownTest } from './shown-tests.ts'
import { TestRemedy } from './test-remedy.tsx'
import { TestReport } from './test-report.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

export interface ConnectionTestDialogProps {
  readonly connection: Connection
  readonly onClose: () => void
  /** Shows the report of the test there was; else a test begins with it. */
  readonly isPast?: boolean
}

/** Tests a connection, and reports stage by stage what came out of it. */
export function ConnectionTestDialog({ connection: given, onClose, isPast = false }: ConnectionTestDialogProps) {
  const t = useLateTexts()
  const store = useWorkspaceStore()
  const { id } = given
  const connection = useWorkspace(({ workspace }) => workspace.connections[id]) ?? given
  const test = useWorkspace(({ tests }) => tests[id])
  useShownTest(id)
  useEffect(() => {
    const { tests, check } = store.getState()
    // One that is under way answers the same question.
    if (!isPast && tests[id]?.report !== null) void check(id)
  }, [store, id, isPast])
  const report = test?.report ?? null
  const body = useRef<HTMLDivElement>(null)
  useKeptFocus(body, report)
  const { name } = connection
  return (
    <Dialog
      title={t('checks.title', { name })}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <TestRemedy connection={connection} stages={report?.stages ?? []} />
          <Button isPending={report === null} onPress={() => void store.getState().check(id)}>
            {t('checks.again')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('common.done')}
          </Button>
        </>
      }
    >
      <div ref={body} tabIndex={-1} className="flex flex-col gap-3 outline-none">
        <Summary name={name} report={report} />
        <TestReport connection={connection} stages={report?.stages ?? null} />
      </div>
    </Dialog>
  )
}

/** The outcome in a sentence, read out when it is there. */
function Summary({ name, report }: { readonly name: string; readonly report: ConnectionTest['report'] }) {
  const t = useLateTexts()
  if (!report) {
    return (
      <p role="status" className="text-sm text-muted">
        {t('checks.underWay')}
      </p>
    )
  }
  const { outcome, status } = report
  if (outcome === 'failed') return <Banner tone="danger">{t('connections.checkFailed', { name })}</Banner>
  if (outcome === 'not-checkable') return <Banner tone="info">{t('checks.nothingWrong')}</Banner>
  return <Banner tone="success">{t('connections.checkOk', { name, status: status ?? '' })}</Banner>
}
