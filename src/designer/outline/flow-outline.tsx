import { useTranslation } from '#texts'
import { useWorkbench } from '#workbench'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { OutlineArm } from './outline-arm.tsx'
import { useStepClipboard } from '../steps/use-step-clipboard.ts'
import { createRowsMemo } from './create-rows-memo.ts'
import { OutlineStep } from './outline-step.tsx'
import { useOutlineKeys } from './use-outline-keys.ts'
import { ROW_HEIGHT, useRowWindow } from './use-row-window.ts'

export interface FlowOutlineProps {
  /** Enter on a step: the settings are open; move the focus there. */
  readonly onOpenSettings: () => void
}

/**
 * The open flow as a tree: `Flow outline`, an equal of the canvas with the same keys and menus. The tree itself keeps the
 * focus and names its active row, so that rows out of view need not be there. Fills its container.
 */
export function FlowOutline({ onOpenSettings }: FlowOutlineProps) {
  const { t } = useTranslation()
  const [rowsOf] = useState(createRowsMemo)
  const rows = useWorkbench(({ doc, flow, collapsed }) => rowsOf(doc, flow, collapsed))
  const selected = useWorkbench((state) => state.selection.at(-1))
  const [last, setLast] = useState<string | null>(null)
  const [followed, setFollowed] = useState(selected)
  if (followed !== selected) {
    // What is selected elsewhere becomes the active row here.
    setFollowed(selected)
    if (selected !== undefined) setLast(selected)
  }
  const active = rows.find(({ id }) => id === last) ?? rows.find(({ id }) => id === selected) ?? rows[0]
  const idPrefix = useId()
  const tree = useRef<HTMLDivElement>(null)
  const { shown, offset, onScroll } = useRowWindow(tree, rows)
  const clipboard = useStepClipboard()
  const keys = useOutlineKeys({ tree, rows, active, onActive: setLast, onOpenSettings })
  const activeIndex = active ? rows.indexOf(active) : -1
  useLayoutEffect(() => {
    const element = tree.current
    if (!element || activeIndex < 0) return
    const top = activeIndex * ROW_HEIGHT
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + ROW_HEIGHT - element.clientHeight
    }
  }, [activeIndex])
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('canvas.outline')}
      aria-multiselectable
      tabIndex={0}
      {...(active && { 'aria-activedescendant': `${idPrefix}${active.id}` })}
      onScroll={onScroll}
      className="group/tree relative h-full min-h-0 overflow-auto outline-none"
      {...keys}
      {...clipboard}
    >
      <div className="relative" style={{ height: rows.length * ROW_HEIGHT }}>
        {shown.map((row, index) => {
          const common = {
            row,
            elementId: `${idPrefix}${row.id}`,
            top: (offset + index) * ROW_HEIGHT,
            isActive: row.id === active?.id,
            onActive: setLast,
          }
          return row.arm === null ? (
            <OutlineStep key={row.id} {...common} />
          ) : (
            <OutlineArm key={row.id} {...common} arm={row.arm} />
          )
        })}
      </div>
    </div>
  )
}
