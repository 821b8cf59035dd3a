import { isConnectorStep, specOf } from '#domain'
import { useTranslation } from '#texts'
import { classNames } from '#ui'
import { useWorkbench, useWorkbenchStore, useWorkspace } from '#workbench'
import { memo, useId, type MouseEvent } from 'react'
import { ConnectionChip } from '../connections/connection-chip.tsx'
import { stepIconName } from '../fields/step-icon-name.ts'
import { StepIcon } from '../fields/step-icon.tsx'
import { NameEditor } from '../steps/name-editor.tsx'
import { RunMark } from '../steps/run-mark.tsx'
import { StepBadges } from '../steps/step-facts.tsx'
import { useStepSession, useStepSessionStore } from '../steps/step-session.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'
import { useStepFacts, type StepView } from '../steps/use-step-facts.ts'
import { OutlineFrame, type OutlineRowProps } from './outline-frame.tsx'

/** A step in the outline, with everything its node on the canvas shows. */
export const OutlineStep = memo(function OutlineStep(props: OutlineRowProps) {
  const { row, onActive } = props
  const id = row.step
  const view = useStepFacts(id)
  const descriptionId = useId()
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  const isSelected = useWorkbench((state) => state.selection.includes(id))
  const toggleCollapsed = useWorkbench((state) => state.toggleCollapsed)
  if (!view) return null
  const { name, description } = view
  const click = (event: MouseEvent) => {
    if (isOnControl(event)) return
    const { selection, select } = workbench.getState()
    onActive(id)
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) select([id])
    else select(isSelected ? selection.filter((step) => step !== id) : [...selection, id])
  }
  return (
    <OutlineFrame
      {...props}
      label={name}
      isSelected={isSelected}
      onToggle={row.isExpanded === null ? null : () => toggleCollapsed(id)}
      handlers={{
        'data-step': id,
        'aria-describedby': descriptionId,
        onClick: click,
        onDoubleClick: (event) => {
          if (isOnControl(event) || workbench.getState().mode === 'read-only') return
          session.setState({ renaming: { id, view: 'outline' } })
        },
        onContextMenu: (event) => {
          event.preventDefault()
          if (!isSelected) workbench.getState().select([id])
          session.setState({ menu: { step: id, anchor: { x: event.clientX, y: event.clientY }, view: 'outline' } })
        },
      }}
    >
      <span id={descriptionId} hidden>
        {description}
      </span>
      <RowContent view={view} />
    </OutlineFrame>
  )
})

const isOnControl = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('button, input, [data-connection]') !== null

function RowContent({ view }: { readonly view: StepView }) {
  const { t } = useTranslation()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const { step, name, summary, badges } = view
  const isRenaming = useStepSession(({ renaming }) => renaming?.view === 'outline' && renaming.id === step.id)
  const icon = useWorkspace(({ catalog }) => stepIconName(step, catalog))
  const hasChip = useWorkspace(
    ({ catalog }) =>
      isConnectorStep(step) && (step.slot !== null || (specOf(catalog, step)?.connection ?? 'none') !== 'none'),
  )
  return (
    <>
      <StepIcon icon={icon} className="size-4 shrink-0 text-muted" />
      {isRenaming ? (
        <NameEditor
          label={t('canvas.rename')}
          value={step.name}
          onChange={(value) => commands.rename(step.id, value)}
          onDone={() => session.setState({ renaming: null })}
          className="flex-1"
        />
      ) : (
        <span className={classNames('min-w-12 flex-1 truncate', step.disabled && 'text-faint line-through')}>
          {name}
        </span>
      )}
      <StepBadges badges={badges} />
      {summary && <RunMark isCompact summary={summary} />}
      {/* There is room for the mark of the chip only; its name says the rest. */}
      {hasChip && !isRenaming && (
        <span
          className="flex h-6 w-7 shrink-0 overflow-hidden [&>button]:w-40 [&>button]:shrink-0"
          data-connection
          data-no-drag
        >
          <ConnectionChip stepId={step.id} />
        </span>
      )}
    </>
  )
}
