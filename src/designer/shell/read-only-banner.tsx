import { Banner, Button, showToast } from '#ui'
import { useWorkbench } from '#workbench'
import { useWorkTexts } from './use-work-texts.ts'

/** Says that another tab edits this integration, and offers to take over. */
export function ReadOnlyBanner() {
  const t = useWorkTexts()
  const mode = useWorkbench((state) => state.mode)
  const isUnsaved = useWorkbench((state) => state.save.status === 'unsaved')
  const takeOver = useTakeOver()
  if (mode === 'editing') return null
  return (
    <Banner
      tone="info"
      title={t('designer.readOnly')}
      className="m-2"
      action={
        <Button size="sm" onPress={() => void takeOver()}>
          {t('designer.takeOver')}
        </Button>
      }
    >
      {/* What the other tab saves is not shown in place of what is not saved here. */}
      {!isUnsaved && t('designer.readOnlyWhy')}
    </Banner>
  )
}

/** Takes over, and says when that leaves work behind in the other tab. */
function useTakeOver(): () => Promise<void> {
  const t = useWorkTexts()
  const takeOver = useWorkbench((state) => state.takeOver)
  return async () => {
    if ((await takeOver()) !== 'unsaved') return
    showToast({
      title: t('designer.leftUnsaved'),
      description: t('designer.leftUnsavedWhy'),
      tone: 'warning',
      timeout: null,
    })
  }
}
