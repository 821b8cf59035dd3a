import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Choice } from './choice.ts'
import { classNames } from './class-names.ts'

export interface SegmentedControlProps<Id extends string> {
  /** The name of the group. */
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  readonly isDisabled?: boolean
  /** Icons only; the labels stay the names. */
  readonly isCompact?: boolean
  readonly size?: 'sm' | 'md'
  readonly className?: string
}

/** Switches between two to five views or values; exactly one is always on. */
export function SegmentedControl<Id extends string>({
  label,
  choices,
  value,
  onChange,
  isDisabled = false,
  isCompact = false,
  size = 'sm',
  className,
}: SegmentedControlProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find(({ id }) => keys.has(id))
        if (chosen) onChange(chosen.id)
      }}
      className={classNames('inline-flex max-w-full rounded-md border border-line bg-sunken p-px', className)}
    >
      {choices.map(({ id, label: name, icon, isDisabled: isChoiceDisabled = false }) => (
        <ToggleButton
          key={id}
          id={id}
          isDisabled={isChoiceDisabled}
          {...(isCompact && { 'aria-label': name })}
          className={classNames(
            'focus-mark flex min-w-0 cursor-default items-center justify-center gap-1 rounded-sm text-muted transition-colors data-disabled:opacity-45 data-hovered:text-strong [&_svg]:size-4 [&_svg]:shrink-0',
            'data-selected:bg-raised data-selected:font-medium data-selected:text-strong data-selected:shadow-raised',
            size === 'sm' ? 'min-h-6 px-2 text-xs' : 'min-h-7.5 px-2.5 text-sm',
          )}
        >
          {icon}
          {!isCompact && <span className="truncate">{name}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
