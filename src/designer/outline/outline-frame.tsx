import { classNames } from '#ui'
import { ChevronRight } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import type { OutlineRow } from './outline-rows.ts'
import { ROW_HEIGHT } from './use-row-window.ts'

export interface OutlineRowProps {
  readonly row: OutlineRow
  readonly elementId: string
  /** Pixels from the top of the tree. */
  readonly top: number
  readonly isActive: boolean
  readonly onActive: (id: string) => void
}

interface OutlineFrameProps extends OutlineRowProps {
  readonly label: string
  readonly isSelected: boolean
  readonly onToggle: (() => void) | null
  readonly children: ReactNode
  readonly handlers?: Pick<
    ComponentProps<'div'>,
    'onClick' | 'onContextMenu' | 'onDoubleClick' | 'onPointerDown' | 'aria-describedby'
  > & { readonly 'data-step'?: string }
}

const INDENT = 12

/** What every row of the outline has: its place in the tree, the mark of the active row, folding. */
export function OutlineFrame(props: OutlineFrameProps) {
  const { row, elementId, top, isActive, label, isSelected, onToggle, children, handlers } = props
  return (
    <div
      id={elementId}
      role="treeitem"
      aria-label={label}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isSelected}
      {...(row.isExpanded !== null && { 'aria-expanded': row.isExpanded })}
      {...handlers}
      style={{ top, height: ROW_HEIGHT, paddingInlineStart: 8 + (row.level - 1) * INDENT }}
      className={classNames(
        'absolute inset-x-1 flex cursor-default items-center gap-1.5 rounded-sm pe-2 text-sm select-none hover:bg-hover',
        isSelected ? 'bg-accent-soft text-strong' : 'text-default',
        isActive &&
          'group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-focus',
      )}
    >
      {onToggle ? (
        // A press here folds; the arrow keys do the same, and the row itself says which it is.
        <span
          aria-hidden
          data-no-drag
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
          className="-ms-1 flex size-6 shrink-0 items-center justify-center text-muted"
        >
          <ChevronRight
            className={classNames(
              'size-4 transition-transform',
              row.isExpanded === true ? 'rotate-90' : 'rtl:rotate-180',
            )}
          />
        </span>
      ) : (
        <span className="-ms-1 w-6 shrink-0" />
      )}
      {children}
    </div>
  )
}
