import { useTranslation } from '#texts'
import { useWorkbench } from '#workbench'

/** Whether everything is stored: said only after the write completed. */
export function SaveStatus() {
  const { t } = useTranslation()
  const status = useWorkbench((state) => state.save.status)
  const words = { saved: t('designer.saved'), saving: t('designer.saving'), unsaved: t('designer.notSaved') }
  return (
    <span
      role="status"
      className={status === 'unsaved' ? 'px-2 text-xs font-medium text-danger' : 'px-2 text-xs text-faint'}
    >
      {words[status]}
    </span>
  )
}
