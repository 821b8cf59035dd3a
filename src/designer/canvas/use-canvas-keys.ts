import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { usePorts, useWorkbenchStore } from '#workbench'
import { useCallback, type KeyboardEvent, type RefObject } from 'react'
import { gapKey } from '../steps/gap-key.ts'
import { gapAfter, openAdd } from '../steps/open-add.ts'
import { runArmKey } from '../steps/run-arm-key.ts'
import { runStepKey } from '../steps/run-step-key.ts'
import { areSingleKeysOn } from '../steps/single-keys.ts'
import { stepKeyCommand, type StepKeyCommand } from '../steps/step-keys.ts'
import { requestFocus, useStepSessionStore } from '../steps/step-session.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'
import type { FlowLayout } from './layout/flow-layout.ts'
import { isInControl, useOneTabStop } from './use-one-tab-stop.ts'
import { nextFocus, spotOf, type FocusKey, type FocusSpot } from './next-focus.ts'

const ARROWS: Readonly<Record<string, FocusKey>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}

const FOLLOWS_SELECTION: readonly StepKeyCommand[] = ['delete', 'duplicate']

export interface CanvasKeysContext {
  readonly canvas: RefObject<HTMLElement | null>
  readonly layout: RefObject<FlowLayout>
  readonly onOpenSettings: () => void
}

/**
 * The keyboard of the canvas. It is one tab stop: coming in, the focus goes to the step that had it last; arrows follow
 * the flow; the other keys do what `step-keys.ts` says.
 */
export function useCanvasKeys({ canvas, layout, onOpenSettings }: CanvasKeysContext) {
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const { preferences } = usePorts()
  const { t } = useTranslation()

  // What had the focus may be gone; the selection says what comes in its place.
  const followSelection = useCallback(() => {
    const next = workbench.getState().selection.at(-1)
    if (next !== undefined) requestFocus(session, next)
  }, [workbench, session])
  const focusedId = (): string => {
    const { doc, flow, selection } = workbench.getState()
    const { focus } = session.getState()
    if (focus && spotOf(doc, focus.id) && layout.current.nodes.some(({ id }) => id === focus.id)) return focus.id
    return selection.at(-1) ?? doc.flows[flow]?.trigger ?? ''
  }
  const tabStop = useOneTabStop(() => requestFocus(session, focusedId()))
  const add = (spot: FocusSpot) => {
    const { doc } = workbench.getState()
    const after = spot.kind === 'step' ? spot.step : null
    const position =
      spot.kind === 'step' ? gapAfter(doc, spot.step) : { place: { step: spot.step, arm: spot.arm }, index: 0 }
    const anchor = position && elementAt(canvas.current, gapKey(position.place, position.index), focusedId())
    if (position && anchor) openAdd({ workbench, session, position, after, anchor, t })
  }
  const move = (event: KeyboardEvent, key: FocusKey) => {
    const { doc, collapsed, selection, select } = workbench.getState()
    const next = nextFocus({ doc, collapsed, steps: layout.current.steps }, focusedId(), key)
    event.preventDefault()
    if (next === undefined) return
    const spot = spotOf(doc, next)
    if (spot?.kind === 'step') {
      select(event.shiftKey ? [...selection.filter((id) => id !== spot.step), spot.step] : [spot.step])
    }
    requestFocus(session, next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isInControl(event)) return
    const arrow = event.altKey || event.ctrlKey || event.metaKey ? undefined : ARROWS[event.key]
    if (arrow) {
      move(event, arrow)
      return
    }
    const { doc, mode, select } = workbench.getState()
    if (event.key === 'Escape') {
      select([])
      return
    }
    const spot = spotOf(doc, focusedId())
    const command = stepKeyCommand(event, areSingleKeysOn(preferences))
    if (!spot || !command) return
    event.preventDefault()
    if (command === 'add') {
      if (mode === 'editing') add(spot)
      return
    }
    if (spot.kind === 'arm' && runArmKey(command, { ...spot, view: 'canvas' }, { workbench, session, commands })) return
    const element = canvas.current?.querySelector<HTMLElement>(`[data-step="${spot.step}"]`) ?? null
    runStepKey(
      command,
      { step: spot.step, view: 'canvas', element, openSettings: onOpenSettings, openAdd: () => add(spot) },
      { workbench, session, commands },
    )
    if (FOLLOWS_SELECTION.includes(command)) followSelection()
  }
  return { handlers: { ...tabStop, onKeyDown }, followSelection }
}

/** What the palette opens beside: the `+` of the gap, or the node with the focus while that is out of view. */
function elementAt(canvas: HTMLElement | null, key: string, focused: string): Element | null {
  return (
    canvas?.querySelector(`[data-insert="${key}"]`) ??
    canvas?.querySelector(`[data-step="${focused as StepId}"]`) ??
    canvas
  )
}
