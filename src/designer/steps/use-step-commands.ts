import { useTranslation } from '#texts'
import { usePorts, useWorkbenchStore, useWorkspaceStore } from '#workbench'
import { useMemo } from 'react'
import { createStepCommands, type StepCommands } from './step-commands.ts'
import { useStepSessionStore } from './step-session.ts'

/** The commands of this editor; the same object until the language changes. */
export function useStepCommands(): StepCommands {
  const workbench = useWorkbenchStore()
  const workspace = useWorkspaceStore()
  const session = useStepSessionStore()
  const { createId } = usePorts().environment
  const { t } = useTranslation()
  return useMemo(
    () => createStepCommands({ workbench, workspace, session, createId, t }),
    [workbench, workspace, session, createId, t],
  )
}
