import type { StepId } from '#domain'
import { useWorkbenchStore } from '#workbench'
import { useMemo, type MouseEvent, type PointerEvent } from 'react'
import { startDrag } from '../steps/start-drag.ts'
import { useStepSessionStore } from '../steps/step-session.ts'

/** Controls inside a node keep their presses. */
const CONTROL = 'button, input, a, [data-no-drag]'

const isOnControl = (event: { readonly target: EventTarget }): boolean =>
  event.target instanceof Element && event.target.closest(CONTROL) !== null

/** What a pointer does with a step: select it, drag it with what is selected, rename it, open its menu. */
export function useStepPointer(id: StepId) {
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  return useMemo(() => {
    const isSelected = () => workbench.getState().selection.includes(id)
    const selectAlone = () => workbench.getState().select([id])
    return {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const { mode, doc } = workbench.getState()
        if (event.button !== 0 || isOnControl(event) || mode === 'read-only') return
        if (event.shiftKey || doc.steps[id]?.kind === 'trigger') return
        // A finger scrolls the canvas; a long press there opens the menu, which moves too.
        if (event.pointerType === 'touch') return
        startDrag(session, event.nativeEvent, () => {
          if (!isSelected()) selectAlone()
          const { selection, doc: now } = workbench.getState()
          return { kind: 'steps', steps: selection.filter((step) => now.steps[step]?.kind !== 'trigger') }
        })
      },
      onClick: (event: MouseEvent<HTMLElement>) => {
        if (isOnControl(event)) return
        const { selection, select } = workbench.getState()
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) selectAlone()
        else select(isSelected() ? selection.filter((step) => step !== id) : [...selection, id])
      },
      onDoubleClick: (event: MouseEvent<HTMLElement>) => {
        if (isOnControl(event) || workbench.getState().mode === 'read-only') return
        session.setState({ renaming: { id, view: 'canvas' } })
      },
      onContextMenu: (event: MouseEvent<HTMLElement>) => {
        event.preventDefault()
        event.stopPropagation()
        if (!isSelected()) selectAlone()
        const byKeyboard = event.clientX === 0 && event.clientY === 0
        session.setState({
          menu: {
            step: id,
            anchor: byKeyboard ? event.currentTarget : { x: event.clientX, y: event.clientY },
            view: 'canvas',
          },
        })
      },
    }
  }, [id, workbench, session])
}
