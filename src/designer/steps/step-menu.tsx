import { isConnectorStep, specOf, type Step } from '#domain'
import { useTranslation } from '#texts'
import { Menu, MenuItem } from '#ui'
import { useWorkbench, useWorkspace } from '#workbench'
import {
  ChevronsDownUp,
  ChevronsUpDown,
  CircleSlash,
  ClipboardPaste,
  Copy,
  CopyPlus,
  GitBranchPlus,
  MoveVertical,
  Pencil,
  Pin,
  Plug,
  Plus,
  Scissors,
  Settings2,
  Trash2,
} from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { takesArms } from './step-commands.ts'
import { useStepSession, useStepSessionStore, type Anchor } from './step-session.ts'
import { useStepCommands } from './use-step-commands.ts'
import { useStepMenuActions } from './use-step-menu-actions.ts'

export interface StepMenuProps {
  readonly onOpenSettings: () => void
}

/** Everything a step can do, at the pointer or beside its node. Opened through the session, for canvas and outline alike. */
export function StepMenu({ onOpenSettings }: StepMenuProps) {
  const session = useStepSessionStore()
  const menu = useStepSession((state) => state.menu)
  const step = useWorkbench(({ doc }) => (menu ? doc.steps[menu.step] : undefined))
  const close = () => session.setState({ menu: null })
  if (!menu || !step) return null
  return <OpenMenu step={step} anchor={menu.anchor} onOpenSettings={onOpenSettings} onClose={close} />
}

interface OpenMenuProps extends StepMenuProps {
  readonly step: Step
  readonly anchor: Anchor
  readonly onClose: () => void
}

function OpenMenu({ step, anchor, onOpenSettings, onClose }: OpenMenuProps) {
  const { t } = useTranslation()
  const { anchorRef, isPlaced, marker } = useAnchor(anchor)
  const commands = useStepCommands()
  const act = useStepMenuActions(step, onOpenSettings)
  const isEditing = useWorkbench((state) => state.mode === 'editing')
  const isCollapsed = useWorkbench((state) => state.collapsed.has(step.id))
  const isPinned = useWorkbench((state) => state.pins[step.id] !== undefined)
  const takesConnection = useWorkspace(
    ({ catalog }) => isConnectorStep(step) && (specOf(catalog, step)?.connection ?? 'none') !== 'none',
  )
  const isTrigger = step.kind === 'trigger'
  const isFixed = isTrigger || !isEditing
  return (
    <>
      {marker}
      <Menu
        label={t('canvas.menu')}
        isOpen={isPlaced}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        triggerRef={anchorRef}
        onAction={(key) => {
          onClose()
          act(String(key))
        }}
      >
        <MenuItem id="settings" label={t('canvas.do.settings')} icon={<Settings2 />} shortcut={['Enter']} />
        {isEditing && <MenuItem id="rename" label={t('canvas.do.rename')} icon={<Pencil />} shortcut={['F2']} />}
        {isEditing && <MenuItem id="add" label={t('canvas.do.addAfter')} icon={<Plus />} shortcut={['A']} />}
        {isEditing && takesConnection && (
          <MenuItem id="connection" label={t('canvas.do.connection')} icon={<Plug />} shortcut={['C']} />
        )}
        {isEditing && takesArms(step) && (
          <MenuItem
            id="add-arm"
            label={step.kind === 'parallel' ? t('canvas.do.addLane') : t('canvas.do.addArm')}
            icon={<GitBranchPlus />}
          />
        )}
        {step.arms.length > 0 && (
          <MenuItem
            id="collapse"
            label={isCollapsed ? t('canvas.do.expand') : t('canvas.do.collapse')}
            icon={isCollapsed ? <ChevronsUpDown /> : <ChevronsDownUp />}
          />
        )}
        {!isFixed && <MenuItem id="move-to" label={t('canvas.do.moveTo')} icon={<MoveVertical />} />}
        {!isTrigger && <MenuItem id="copy" label={t('canvas.do.copy')} icon={<Copy />} shortcut={['mod', 'C']} />}
        {!isFixed && <MenuItem id="cut" label={t('canvas.do.cut')} icon={<Scissors />} shortcut={['mod', 'X']} />}
        {isEditing && (
          <MenuItem id="paste" label={t('canvas.do.paste')} icon={<ClipboardPaste />} shortcut={['mod', 'V']} />
        )}
        {!isFixed && (
          <MenuItem id="duplicate" label={t('canvas.do.duplicate')} icon={<CopyPlus />} shortcut={['mod', 'D']} />
        )}
        {isEditing && (isPinned || commands.canPin(step.id)) && (
          <MenuItem
            id="pin"
            label={isPinned ? t('canvas.do.unpin') : t('canvas.do.pin')}
            icon={<Pin />}
            shortcut={['P']}
          />
        )}
        {!isFixed && (
          <MenuItem
            id="disable"
            label={step.disabled ? t('canvas.do.enable') : t('canvas.do.disable')}
            icon={<CircleSlash />}
            shortcut={['D']}
          />
        )}
        {!isFixed && (
          <MenuItem id="delete" label={t('canvas.do.delete')} icon={<Trash2 />} shortcut={['Del']} isDanger />
        )}
      </Menu>
    </>
  )
}

/** What a menu stands beside: the element itself, or a point that gets an element of no size. */
function useAnchor(anchor: Anchor) {
  const isElement = anchor instanceof Element
  const element = useRef<Element | null>(isElement ? anchor : null)
  const [isPlaced, setPlaced] = useState(isElement)
  const place = useCallback((point: HTMLSpanElement | null) => {
    element.current = point
    // The menu opens beside an element that has to be on the page first.
    if (point) setPlaced(true)
  }, [])
  const marker = isElement ? null : (
    <span ref={place} aria-hidden className="fixed size-0" style={{ left: anchor.x, top: anchor.y }} />
  )
  return { anchorRef: element, isPlaced, marker }
}
