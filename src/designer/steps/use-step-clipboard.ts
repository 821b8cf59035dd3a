import { useTranslation } from '#texts'
import { usePorts, useWorkbenchStore } from '#workbench'
import { useMemo } from 'react'
import { stepClipboard } from './step-clipboard.ts'
import { useStepCommands } from './use-step-commands.ts'

/** The clipboard of a view of steps. */
export function useStepClipboard(onChanged?: () => void): ReturnType<typeof stepClipboard> {
  const workbench = useWorkbenchStore()
  const commands = useStepCommands()
  const { createId } = usePorts().environment
  const { t } = useTranslation()
  return useMemo(
    () => stepClipboard({ workbench, commands, createId, t, ...(onChanged && { onChanged }) }),
    [workbench, commands, createId, t, onChanged],
  )
}
