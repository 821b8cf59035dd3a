import type { IntegrationId } from '#domain'
import { problemText, useTranslation } from '#texts'
import { Banner, Button, showToast } from '#ui'
import { usePorts, useWorkbench, useWorkbenchStore } from '#workbench'
import { useLocation } from 'wouter'
import { exportDocument } from '../export/export-document.ts'

/** Says that the work is only in memory, why, and how to keep it. */
export function SaveProblemBanner() {
  const { t } = useTranslation()
  const problem = useWorkbench((state) => state.save.problem)
  const flush = useWorkbench((state) => state.flush)
  const store = useWorkbenchStore()
  const keepAsCopy = useKeepAsCopy()
  if (!problem) return null
  const isConflict = problem.code === 'revision-conflict' || problem.code === 'integration-not-found'
  return (
    <Banner
      tone="danger"
      title={t('designer.notSavedTitle')}
      className="m-2"
      action={
        <>
          {isConflict ? (
            <Button size="sm" onPress={() => void keepAsCopy()}>
              {t('designer.keepAsCopy')}
            </Button>
          ) : (
            <Button size="sm" onPress={() => void flush()}>
              {t('common.retry')}
            </Button>
          )}
          <Button size="sm" onPress={() => exportDocument(store.getState().doc)}>
            {t('designer.export')}
          </Button>
        </>
      }
    >
      {problemText(t, problem)}
    </Banner>
  )
}

/** Stores the document as it is in this tab beside the one it conflicts with, and opens it. */
function useKeepAsCopy(): () => Promise<void> {
  const { t } = useTranslation()
  const { documents, environment } = usePorts()
  const store = useWorkbenchStore()
  const [, navigate] = useLocation()
  return async () => {
    const { doc } = store.getState()
    const id = environment.createId('int') as IntegrationId
    const created = await documents.create({ ...doc, id, name: t('designer.conflictCopy', { name: doc.name }) })
    if (created.ok) navigate(`/integrations/${id}`)
    else showToast({ title: problemText(t, created.error), tone: 'danger' })
  }
}
