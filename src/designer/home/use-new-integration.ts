import { newIntegration } from '#operations'
import { problemText, useTranslation } from '#texts'
import { showToast } from '#ui'
import { usePorts } from '#workbench'
import { useLocation } from 'wouter'

/** Makes an integration with one flow that is started by hand, and opens it. */
export function useNewIntegration(): () => Promise<void> {
  const { t } = useTranslation()
  const { documents, environment } = usePorts()
  const [, navigate] = useLocation()
  return async () => {
    const doc = newIntegration({
      createId: environment.createId,
      name: t('home.newName'),
      flowName: t('home.flowName'),
      triggerName: t('home.triggerName'),
    })
    const created = await documents.create(doc)
    if (created.ok) navigate(`/integrations/${doc.id}`)
    else showToast({ title: t('home.createFailed'), description: problemText(t, created.error), tone: 'danger' })
  }
}
