import { problemText } from '#texts'
import { Banner, Button } from '#ui'
import { useWorkbench } from '#workbench'
import { useWorkTexts } from './use-work-texts.ts'

/** Says that payloads, pins or runs are only in memory, and why. Who only looks on does not try again: another tab may have them newer. */
export function TestDataBanner() {
  const t = useWorkTexts()
  const problem = useWorkbench((state) => state.testData.problem)
  const mode = useWorkbench((state) => state.mode)
  const flush = useWorkbench((state) => state.flush)
  if (!problem) return null
  return (
    <Banner
      tone="danger"
      title={t('designer.testDataNotSaved')}
      className="m-2"
      action={
        mode === 'editing' && (
          <Button size="sm" onPress={() => void flush()}>
            {t('common.retry')}
          </Button>
        )
      }
    >
      {problemText(t, problem)}
    </Banner>
  )
}
