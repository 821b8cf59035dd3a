import { useFormat, useTranslation } from '#texts'
import { Button, classNames, IconButton, Tooltip } from '#ui'
import { useWorkbench } from '#workbench'
import { useStore } from '@xyflow/react'
import { Keyboard, Map as MapIcon, Maximize, Minus, Plus, ScanSearch, SquareDashedMousePointer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useStepSessionStore } from '../steps/step-session.ts'
import type { FlowLayout } from './layout/flow-layout.ts'
import { Minimap } from './minimap.tsx'
import type { ViewCommands } from './viewport/use-view-commands.ts'

export interface CanvasControlsProps {
  readonly layout: FlowLayout
  readonly view: ViewCommands
  readonly isSelecting: boolean
  readonly onSelectingChange: (isOn: boolean) => void
}

/** Zoom, fit, selection by frame and the minimap, in a corner of the canvas. */
export function CanvasControls({ layout, view, isSelecting, onSelectingChange }: CanvasControlsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const session = useStepSessionStore()
  const [showsMap, setShowsMap] = useState(false)
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100))
  const hasSelection = useWorkbench((state) => state.selection.length > 0)
  const zoom = format.number(percent / 100, { style: 'percent' })
  return (
    <>
      {showsMap && <Minimap layout={layout} onGo={view.centre} />}
      <div
        role="toolbar"
        aria-label={t('canvas.controls.label')}
        className="absolute bottom-3 left-3 z-10 flex items-center gap-0.5 rounded-lg border border-line bg-raised p-1 shadow-raised"
      >
        <IconButton size="sm" placement="top" aria-label={t('canvas.controls.zoomOut')} onPress={view.zoomOut}>
          <Minus />
        </IconButton>
        <Tooltip text={t('canvas.controls.actualSize')} placement="top">
          <Button
            size="sm"
            variant="quiet"
            className="w-12 px-0! tabular-nums"
            aria-label={t('canvas.controls.zoom', { percent: zoom })}
            onPress={view.actualSize}
          >
            {zoom}
          </Button>
        </Tooltip>
        <IconButton size="sm" placement="top" aria-label={t('canvas.controls.zoomIn')} onPress={view.zoomIn}>
          <Plus />
        </IconButton>
        <span aria-hidden className="mx-0.5 h-4 w-px bg-line" />
        <IconButton size="sm" placement="top" aria-label={t('canvas.controls.fit')} onPress={view.fit}>
          <Maximize />
        </IconButton>
        <IconButton
          size="sm"
          placement="top"
          aria-label={t('canvas.controls.selection')}
          isDisabled={!hasSelection}
          onPress={view.fitSelection}
        >
          <ScanSearch />
        </IconButton>
        <span aria-hidden className="mx-0.5 h-4 w-px bg-line" />
        <IconToggle label={t('canvas.controls.select')} isOn={isSelecting} onChange={onSelectingChange}>
          <SquareDashedMousePointer />
        </IconToggle>
        <IconToggle label={t('canvas.controls.minimap')} isOn={showsMap} onChange={setShowsMap}>
          <MapIcon />
        </IconToggle>
        <IconButton
          size="sm"
          placement="top"
          aria-label={t('canvas.controls.keys')}
          shortcut={['?']}
          onPress={() => session.setState({ dialog: { kind: 'keys' } })}
        >
          <Keyboard />
        </IconButton>
      </div>
    </>
  )
}

interface IconToggleProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

function IconToggle({ label, isOn, onChange, children }: IconToggleProps) {
  return (
    <IconButton
      size="sm"
      placement="top"
      aria-label={label}
      aria-pressed={isOn}
      className={classNames(isOn && 'bg-accent-soft text-accent-text')}
      onPress={() => onChange(!isOn)}
    >
      {children}
    </IconButton>
  )
}
