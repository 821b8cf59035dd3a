import type { StepRun } from '#domain'
import { useFormat, useTranslation } from '#texts'
import { classNames, ToggleButton } from '#ui'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import { memo, useRef, useState, type KeyboardEvent } from 'react'
import { StatusMark } from './status-mark.tsx'
import { visibleRows } from './visible-rows.ts'
import { waitingText } from './waiting-text.ts'

/** Pixels; the list draws only the rows that can be seen, so that a loop of thousands costs nothing. */
const ROW = 32

/** The executions of a run in the order they started. */
export function RunSteps() {
  const { t } = useTranslation()
  const order = useWorkbench((state) => state.run?.order) ?? []
  const steps = useWorkbench((state) => state.run?.steps) ?? {}
  const dropped = useWorkbench((state) => state.run?.dropped) ?? 0
  const open = useWorkbench((state) => state.openStepRun)
  const setOpen = useWorkbench((state) => state.setOpenStepRun)
  const [failedOnly, setFailedOnly] = useState(false)
  const [scroll, setScroll] = useState({ top: 0, height: 400 })
  const list = useRef<HTMLUListElement>(null)
  const keys = failedOnly ? order.filter((key) => steps[key]?.status === 'failed') : order
  const rows = visibleRows({ count: keys.length, rowHeight: ROW, ...scroll })
  const drawn = keys.slice(rows.from, rows.to)
  // What is open may be filtered out, or scrolled away: there is always one row that Tab finds.
  const stop = open !== null && drawn.includes(open) ? open : drawn[0]

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = keys[Math.min(keys.length - 1, Math.max(0, keys.indexOf(open ?? '') + by))]
    if (next === undefined) return
    setOpen(next)
    const index = keys.indexOf(next)
    const box = list.current?.parentElement
    if (box && index * ROW < box.scrollTop) box.scrollTop = index * ROW
    if (box && (index + 1) * ROW > box.scrollTop + box.clientHeight)
      box.scrollTop = (index + 1) * ROW - box.clientHeight
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus())
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      {order.length > 20 && (
        <div className="border-b border-line px-2 py-1">
          <ToggleButton size="sm" isSelected={failedOnly} onChange={setFailedOnly}>
            {t('run.failedOnly')}
          </ToggleButton>
        </div>
      )}
      <div
        className="min-h-0 flex-1 overflow-y-auto"
        onScroll={({ currentTarget }) =>
          setScroll({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
        }
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between the buttons in it */}
        <ul
          ref={list}
          aria-label={t('run.stepsOfThisRun')}
          onKeyDown={onKeyDown}
          className="relative"
          style={{ height: keys.length * ROW }}
        >
          {drawn.map((key, offset) => {
            const step = steps[key]
            return step ? (
              <Row
                key={key}
                run={step}
                index={rows.from + offset}
                count={keys.length}
                isOpen={key === open}
                isTabStop={key === stop}
                onOpen={setOpen}
              />
            ) : null
          })}
        </ul>
      </div>
      {dropped > 0 && (
        <p className="border-t border-line px-3 py-1 text-xs text-muted">{t('run.dropped', { count: dropped })}</p>
      )}
    </div>
  )
}

interface RowProps {
  readonly run: StepRun
  readonly index: number
  readonly count: number
  readonly isOpen: boolean
  readonly isTabStop: boolean
  readonly onOpen: (key: string) => void
}

/** Of all rows only those whose execution changed render again: a run tells of many in a second. */
const Row = memo(function Row({ run, index, count, isOpen, isTabStop, onOpen }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const store = useWorkbenchStore()
  const name = useWorkbench((state) => state.doc.steps[run.step]?.name) ?? run.step
  const waiting = waitingText(t, run)
  const choose = () => {
    onOpen(run.key)
    if (store.getState().doc.steps[run.step]) store.getState().select([run.step])
  }
  return (
    <li
      aria-setsize={count}
      aria-posinset={index + 1}
      className="absolute inset-x-0"
      style={{ top: index * ROW, height: ROW, paddingInlineStart: run.iterations.length * 12 }}
    >
      <button
        type="button"
        data-key={run.key}
        tabIndex={isTabStop ? 0 : -1}
        aria-pressed={isOpen}
        onClick={choose}
        className={classNames(
          'focus-mark -outline-offset-2! flex h-full w-full items-center gap-2 px-3 text-start text-sm',
          isOpen ? 'bg-accent-soft text-strong' : 'hover:bg-hover',
        )}
      >
        <StatusMark status={run.status} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className={classNames('truncate', waiting && 'leading-4')}>{name}</span>
          {waiting && (
            <span title={waiting} className="truncate text-2xs leading-3 text-warning">
              {waiting}
            </span>
          )}
        </span>
        {run.iterations.length > 0 && (
          <span className="shrink-0 text-2xs text-faint tabular-nums">
            {t('run.iteration', { path: run.iterations.map((item) => item + 1).join('.') })}
          </span>
        )}
        <span className={classNames('shrink-0 text-xs', run.status === 'failed' ? 'text-danger' : 'text-muted')}>
          {t(`run.status.${run.status}`)}
        </span>
        {/* What waits has no duration yet, and needs the room. */}
        {!waiting && (
          <span className="w-14 shrink-0 text-end text-xs text-faint tabular-nums">
            {run.startedAt !== null && run.endedAt !== null && format.duration(run.endedAt - run.startedAt)}
          </span>
        )}
      </button>
    </li>
  )
})
