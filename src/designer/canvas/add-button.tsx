import { useTranslation } from '#texts'
import { classNames } from '#ui'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { openAdd } from '../steps/open-add.ts'
import { useStepSession, useStepSessionStore } from '../steps/step-session.ts'
import { insertWords } from '../steps/step-words.ts'
import type { InsertPoint } from './layout/flow-layout.ts'

export interface AddButtonProps {
  /** The gap, as `gapKey` names it. */
  readonly id: string
  readonly insert: InsertPoint
}

/** The `+` on a line: opens the palette for this gap. Not a tab stop: from the keyboard `A` does the same. */
export function AddButton({ id, insert }: AddButtonProps) {
  const { t } = useTranslation()
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  const name = useWorkbench(({ doc }) => insertWords(doc, insert.place, insert.after, t))
  const isOpen = useStepSession(({ adding }) => adding?.key === id)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <button
      ref={button}
      type="button"
      tabIndex={-1}
      aria-label={name}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title={name}
      data-insert={id}
      onClick={() => {
        if (!button.current) return
        openAdd({ workbench, session, position: insert, after: insert.after, anchor: button.current, t })
      }}
      className="group/add flex size-7 items-center justify-center rounded-full outline-none"
    >
      <span
        className={classNames(
          'flex size-5 items-center justify-center rounded-full border transition-colors',
          'group-hover/add:border-accent group-hover/add:bg-accent group-hover/add:text-on-accent',
          'group-focus-visible/add:outline-2 group-focus-visible/add:outline-focus',
          isOpen ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-surface text-muted',
        )}
      >
        <Plus aria-hidden className="size-3.5" />
      </span>
    </button>
  )
}
