import { useTranslation } from '#texts'
import { Button } from '#ui'
import { useWorkbench } from '#workbench'
import { Play, Square } from 'lucide-react'

/** Runs the flow that is open; while it runs, stops it. */
export function RunButton() {
  const { t } = useTranslation()
  const isRunning = useWorkbench((state) => state.run?.status === 'running')
  const start = useWorkbench((state) => state.start)
  const stop = useWorkbench((state) => state.stop)
  return isRunning ? (
    <Button variant="danger" icon={<Square />} onPress={stop}>
      {t('designer.stop')}
    </Button>
  ) : (
    <Button variant="primary" icon={<Play />} onPress={() => start()}>
      {t('designer.run')}
    </Button>
  )
}
