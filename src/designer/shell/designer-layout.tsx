import { useTranslation } from '#texts'
import { SegmentedControl, Spinner } from '#ui'
import { useWorkbench } from '#workbench'
import { ListTree, SquarePlus } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useRef } from 'react'
import { Group, Panel } from 'react-resizable-panels'
import { FlowCanvas } from '../canvas/flow-canvas.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { StepPalette } from '../palette/step-palette.tsx'
import { VaultOffer } from '../vault/vault-offer.tsx'
import { PanelSeparator } from './panel-separator.tsx'
import { TopBar } from './top-bar.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { WorkNotices } from './work-notices.tsx'

const loadRunPanel = () => import('../run-panel/run-panel.tsx')
const FlowOutline = lazy(async () => ({ default: (await import('../outline/flow-outline.tsx')).FlowOutline }))
const RunPanel = lazy(async () => ({ default: (await loadRunPanel()).RunPanel }))

/** The designer: palette or outline, canvas, settings of the step, test runner. */
export function DesignerLayout() {
  const runPanelOpen = useWorkbench((state) => state.runPanelOpen)
  const settings = useRef<HTMLDivElement>(null)
  useShortcuts()
  // Not needed to show the designer, but at hand when Run is pressed.
  useEffect(() => {
    void loadRunPanel()
  }, [])
  // Frames later, because opening the settings may first have to show them.
  const openSettings = useCallback(() => {
    requestAnimationFrame(() => {
      settings.current
        ?.querySelector<HTMLElement>('input, textarea, [role="tab"][aria-selected="true"], button')
        ?.focus()
    })
  }, [])
  return (
    <div className="flex h-dvh min-h-0 flex-col bg-canvas">
      <TopBar />
      <WorkNotices />
      <VaultOffer />
      <Group orientation="vertical" className="min-h-0 flex-1">
        <Panel id="work" minSize={240} className="min-h-0">
          <Group orientation="horizontal" className="h-full">
            <Panel id="left" defaultSize={248} minSize={200} maxSize={420} groupResizeBehavior="preserve-pixel-size">
              <LeftPanel onOpenSettings={openSettings} />
            </Panel>
            <PanelSeparator orientation="vertical" name="left" />
            <Panel id="canvas" minSize={320}>
              <FlowCanvas onOpenSettings={openSettings} />
            </Panel>
            <PanelSeparator orientation="vertical" name="right" />
            <Panel id="right" defaultSize={344} minSize={280} maxSize={640} groupResizeBehavior="preserve-pixel-size">
              <div ref={settings} className="h-full min-h-0 bg-surface">
                <Inspector />
              </div>
            </Panel>
          </Group>
        </Panel>
        {runPanelOpen && (
          <>
            <PanelSeparator orientation="horizontal" name="bottom" />
            <Panel id="run" defaultSize={280} minSize={140} maxSize="70%" groupResizeBehavior="preserve-pixel-size">
              <Suspense fallback={<PanelLoading />}>
                <RunPanel />
              </Suspense>
            </Panel>
          </>
        )}
      </Group>
    </div>
  )
}

function PanelLoading() {
  const { t } = useTranslation()
  return (
    <div className="flex h-full items-center justify-center bg-surface">
      <Spinner label={t('common.loading')} />
    </div>
  )
}

function LeftPanel({ onOpenSettings }: { readonly onOpenSettings: () => void }) {
  const { t } = useTranslation()
  const shown = useWorkbench((state) => state.leftPanel)
  const setLeftPanel = useWorkbench((state) => state.setLeftPanel)
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="px-3 pt-2">
        <SegmentedControl
          label={t('designer.leftPanel')}
          value={shown}
          onChange={setLeftPanel}
          className="flex w-full [&>*]:flex-1"
          choices={[
            { id: 'palette', label: t('designer.palette'), icon: <SquarePlus /> },
            { id: 'outline', label: t('designer.outline'), icon: <ListTree /> },
          ]}
        />
      </div>
      <div className="min-h-0 flex-1">
        {shown === 'palette' ? (
          <StepPalette />
        ) : (
          <Suspense fallback={<PanelLoading />}>
            <FlowOutline onOpenSettings={onOpenSettings} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
