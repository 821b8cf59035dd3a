import type { IntegrationId } from '#domain'
import { problemText, useTranslation } from '#texts'
import { showToast } from '#ui'
import { usePorts } from '#workbench'

/** Takes an integration back from the trash, and says what became of it. */
export function useRestore(): (integration: { readonly id: IntegrationId; readonly name: string }) => Promise<void> {
  const { t } = useTranslation()
  const { documents } = usePorts()
  return async ({ id, name: given }) => {
    const name = given || t('designer.unnamed')
    const restored = await documents.restore(id)
    if (!restored.ok) showToast({ title: problemText(t, restored.error), tone: 'danger' })
    else if (restored.value === id) showToast({ title: t('home.restored', { name }), tone: 'success' })
    else showToast({ title: t('home.restoredAsCopy', { name }), tone: 'warning' })
  }
}
