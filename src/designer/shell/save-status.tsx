import { useTranslation } from '#texts'
import { useWorkbench, type SaveState } from '#workbench'

const worstOf = (...all: readonly SaveState['status'][]) =>
  (['unsaved', 'saving'] as const).find((status) => all.includes(status)) ?? 'saved'

/** Whether everything is stored, also what stands beside the document: said only after the write completed. */
export function SaveStatus() {
  const { t } = useTranslation()
  const status = useWorkbench(({ save, testData }) => worstOf(save.status, testData.status))
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
