import { problemText } from '#texts'
import { Banner, Button, showToast } from '#ui'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import { useLocation } from 'wouter'
import { exportDocument } from '../export/export-document.ts'
import { useWorkTexts } from './use-work-texts.ts'

/** Where trying again cannot help: the stored document is another one, or another tab's. */
const IN_CONFLICT = new Set(['revision-conflict', 'integration-not-found', 'taken-over'])

/** Says that the work is only in memory, why, and how to keep it. */
export function SaveProblemBanner() {
  const t = useWorkTexts()
  const problem = useWorkbench((state) => state.save.problem)
  const flush = useWorkbench((state) => state.flush)
  const store = useWorkbenchStore()
  const keepAsCopy = useKeepAsCopy()
  if (!problem) return null
  return (
    <Banner
      tone="danger"
      title={t('designer.notSavedTitle')}
      className="m-2"
      action={
        <>
          {IN_CONFLICT.has(problem.code) ? (
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
  const t = useWorkTexts()
  const store = useWorkbenchStore()
  const [, navigate] = useLocation()
  return async () => {
    const { doc, keepAsCopy } = store.getState()
    const kept = await keepAsCopy(t('designer.conflictCopy', { name: doc.name }))
    if (kept.ok) navigate(`/integrations/${kept.value}`)
    else showToast({ title: problemText(t, kept.error), tone: 'danger' })
  }
}
