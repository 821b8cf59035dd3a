import { problemText } from '#texts'
import { Button, Dialog } from '#ui'
import { hasUnsavedWork, usePorts, useWorkbench, useWorkbenchStore } from '#workbench'
import { useEffect, useState } from 'react'
import { exportDocument } from '../export/export-document.ts'
import { guardLeaving } from '../frame/leave-guard.ts'
import { useWorkTexts } from './use-work-texts.ts'

/** How long leaving waits for what is being stored before it asks, in milliseconds. */
const PATIENCE_MS = 2000

/** Stores what is pending before another screen is shown, and asks when that cannot be done. */
export function LeaveQuestion() {
  const t = useWorkTexts()
  const { environment } = usePorts()
  const store = useWorkbenchStore()
  const save = useWorkbench((state) => state.save)
  const testData = useWorkbench((state) => state.testData)
  const [question, setQuestion] = useState<{ readonly answer: (may: boolean) => void } | null>(null)
  useEffect(
    () =>
      guardLeaving({
        mayLeave: () => !hasUnsavedWork(store.getState()),
        ask: async () => {
          const enough = new Promise<void>((resolve) => environment.setTimer(resolve, PATIENCE_MS))
          await Promise.race([store.getState().flush(), enough])
          if (!hasUnsavedWork(store.getState())) return true
          return new Promise<boolean>((answer) => setQuestion({ answer }))
        },
      }),
    [store, environment],
  )
  const answer = (may: boolean) => {
    question?.answer(may)
    setQuestion(null)
  }
  const isDocument = save.status !== 'saved'
  const problem = isDocument ? save.problem : testData.problem
  return (
    <Dialog
      role="alertdialog"
      size="sm"
      title={isDocument ? t('designer.notSavedTitle') : t('designer.testDataNotSaved')}
      isOpen={question !== null}
      onOpenChange={() => answer(false)}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- focus must move into the dialog, and safest to staying */}
          <Button autoFocus onPress={() => answer(false)}>
            {t('designer.stay')}
          </Button>
          {isDocument && (
            <Button onPress={() => exportDocument(store.getState().doc)}>{t('designer.exportCopy')}</Button>
          )}
          <Button variant="danger" onPress={() => answer(true)}>
            {t('designer.leaveUnsaved')}
          </Button>
        </>
      }
    >
      <p>{t('designer.leaveLoses')}</p>
      {problem && <p className="mt-2">{problemText(t, problem)}</p>}
    </Dialog>
  )
}
