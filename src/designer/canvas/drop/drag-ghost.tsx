import { useTranslation } from '#texts'
import { useWorkbench, useWorkspace } from '#workbench'
import { createPortal } from 'react-dom'
import { stepIconName } from '../../fields/step-icon-name.ts'
import { StepIcon } from '../../fields/step-icon.tsx'
import { useStepSession } from '../../steps/step-session.ts'
import { stepName } from '../../steps/step-words.ts'

/** What is dragged, under the pointer. */
export function DragGhost() {
  const { t } = useTranslation()
  const drag = useStepSession((session) => session.drag)
  const first = useWorkbench(({ doc }) =>
    drag?.load.kind === 'steps' && drag.load.steps[0] !== undefined ? doc.steps[drag.load.steps[0]] : undefined,
  )
  const catalog = useWorkspace((state) => state.catalog)
  if (!drag) return null
  const { load, x, y } = drag
  const icon = load.kind === 'new' ? load.addable.icon : first ? stepIconName(first, catalog) : ''
  const name =
    load.kind === 'new'
      ? load.addable.name
      : t('canvas.dragging', { count: load.steps.length, name: stepName(first, t) })
  return createPortal(
    <div
      aria-hidden
      style={{ transform: `translate(${x + 10}px, ${y + 10}px)` }}
      className="pointer-events-none fixed top-0 left-0 z-50 flex max-w-64 items-center gap-2 rounded-lg border border-accent-line bg-raised px-3 py-2 text-sm font-medium text-strong shadow-popover"
    >
      <StepIcon icon={icon} className="size-4 shrink-0" />
      <span className="truncate">{name}</span>
    </div>,
    document.body,
  )
}
