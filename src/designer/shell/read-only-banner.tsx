import { useTranslation } from '#texts'
import { Banner, Button } from '#ui'
import { useWorkbench } from '#workbench'

/** Says that another tab edits this integration, and offers to take over. */
export function ReadOnlyBanner() {
  const { t } = useTranslation()
  const mode = useWorkbench((state) => state.mode)
  const takeOver = useWorkbench((state) => state.takeOver)
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
      {t('designer.readOnlyWhy')}
    </Banner>
  )
}
