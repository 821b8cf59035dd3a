import { useTranslation } from '#texts'
import { IconButton } from '#ui'
import { useWorkbench } from '#workbench'
import { PanelBottom } from 'lucide-react'

/** Shows and hides the test runner, so that kept runs can be looked at without making another one. */
export function RunPanelToggle() {
  const { t } = useTranslation()
  const isOpen = useWorkbench((state) => state.runPanelOpen)
  const setOpen = useWorkbench((state) => state.setRunPanelOpen)
  return (
    <IconButton aria-label={t('run.label')} aria-pressed={isOpen} onPress={() => setOpen(!isOpen)}>
      <PanelBottom />
    </IconButton>
  )
}
