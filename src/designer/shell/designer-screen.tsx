import { problem, type Problem } from '#base'
import { IntegrationId } from '#domain'
import { addTexts, designerTexts, useTranslation } from '#texts'
import { Spinner } from '#ui'
import { hasUnsavedWork, openWorkbench, usePorts, WorkbenchProvider, type Workbench } from '#workbench'
import { useEffect, useState } from 'react'
import { CannotOpen } from './cannot-open.tsx'
import { DesignerLayout } from './designer-layout.tsx'

export interface DesignerScreenProps {
  /** From the address; checked here. */
  readonly integrationId: string
}

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly workbench: Workbench }
  | { readonly state: 'failed'; readonly problem: Problem }

/** Opens an integration for editing, and lets it go when the person leaves. */
export function DesignerScreen({ integrationId }: DesignerScreenProps) {
  const { t, i18n } = useTranslation()
  addTexts(i18n, designerTexts)
  const opening = useOpenWorkbench(integrationId)
  if (opening.state === 'opening') {
    return (
      <div className="flex h-dvh items-center justify-center bg-canvas">
        <Spinner label={t('designer.opening')} />
      </div>
    )
  }
  if (opening.state === 'failed') {
    return <CannotOpen id={IntegrationId.safeParse(integrationId).data ?? null} problem={opening.problem} />
  }
  return (
    <WorkbenchProvider store={opening.workbench.store}>
      <DesignerLayout />
    </WorkbenchProvider>
  )
}

function useOpenWorkbench(integrationId: string): Opening {
  const ports = usePorts()
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  useEffect(() => {
    let isLeft = false
    let workbench: Workbench | null = null
    const id = IntegrationId.safeParse(integrationId)
    const open = async () => {
      if (!id.success) {
        setOpening({ state: 'failed', problem: problem('integration-not-found') })
        return
      }
      const opened = await openWorkbench(ports, id.data)
      if (!opened.ok) setOpening({ state: 'failed', problem: opened.error })
      else if (isLeft) await opened.value.close()
      else {
        workbench = opened.value
        setOpening({ state: 'open', workbench })
      }
    }
    open().catch((error: unknown) => {
      const reason = error instanceof Error ? error.name : 'unknown'
      setOpening({ state: 'failed', problem: problem('open-failed', { reason }) })
    })
    // Edits not stored yet are flushed when the page is hidden: it may never come back.
    const onHide = () => void workbench?.store.getState().flush()
    // What is not stored at that moment is asked about: a page that goes takes a write under way with it.
    const onLeave = (event: BeforeUnloadEvent) => {
      const state = workbench?.store.getState()
      if (!state || !hasUnsavedWork(state)) return
      void state.flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onHide)
    return () => {
      isLeft = true
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onHide)
      window.removeEventListener('beforeunload', onLeave)
      void workbench?.close()
    }
  }, [ports, integrationId])
  return opening
}
