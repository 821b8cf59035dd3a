import { problemText, textOf, useTranslation } from '#texts'
import { showToast } from '#ui'
import { usePorts, useWorkspaceStore } from '#workbench'
import { planUseTemplate, type Template } from '#workspace'
import { useLocation } from 'wouter'

/** Makes an integration from a template, with the demo connection where there is none yet, and opens it. */
export function useTemplate(): (template: Template) => Promise<void> {
  const { t } = useTranslation()
  const { documents, environment, demo } = usePorts()
  const workspaceStore = useWorkspaceStore()
  const [, navigate] = useLocation()
  return async (template) => {
    const { workspace, saveConnection } = workspaceStore.getState()
    const plan = planUseTemplate({
      workspace,
      template,
      createId: environment.createId,
      text: (key) => textOf(t, key),
      baseUrl: demo.baseUrl,
      now: environment.now(),
    })
    const connected = plan.connection
      ? await saveConnection({ ...plan.connection, secrets: { apiKey: demo.key }, skipsTest: true })
      : null
    const failed = connected && !connected.ok ? connected : await documents.create(plan.doc)
    if (failed.ok) navigate(`/integrations/${plan.doc.id}`)
    else showToast({ title: t('home.createFailed'), description: problemText(t, failed.error), tone: 'danger' })
  }
}
