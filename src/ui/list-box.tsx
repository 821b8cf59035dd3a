import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  ListBox as AriaListBox,
  ListBoxItem as AriaListBoxItem,
  ListBoxSection as AriaListBoxSection,
  type ListBoxItemProps as AriaListBoxItemProps,
  type ListBoxProps as AriaListBoxProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { RowHeading, rowSectionClass } from './row-heading.tsx'
import { RowTexts } from './row-texts.tsx'

export interface ListBoxProps<T> extends Readonly<Omit<AriaListBoxProps<T>, 'className' | 'style'>> {
  readonly className?: string
}

/** A list to choose from with the keyboard; name it with `aria-label`. Scrolls inside, so give it a height. */
export function ListBox<T>({ className, ...rest }: ListBoxProps<T>) {
  return (
    <AriaListBox
      {...rest}
      className={classNames('flex flex-col overflow-auto overscroll-contain p-1 outline-none', className)}
    />
  )
}

export interface ListBoxItemProps extends Readonly<Omit<AriaListBoxItemProps, 'children' | 'className' | 'style'>> {
  /** The name of the option; also what typing ahead finds. */
  readonly label: string
  readonly description?: ReactNode
  readonly icon?: ReactNode
  /** At the end of the row: a badge, a shortcut. */
  readonly trailing?: ReactNode
  readonly className?: string
}

/** One option: icon, name, a line of explanation, and a tick while it is the chosen one. */
export function ListBoxItem({ label, description, icon, trailing, className, ...rest }: ListBoxItemProps) {
  return (
    <AriaListBoxItem
      {...rest}
      textValue={rest.textValue ?? label}
      className={classNames(rowClass, 'text-default data-focused:text-strong', className)}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {icon != null && <span className="flex h-5 shrink-0 items-center text-muted [&_svg]:size-4">{icon}</span>}
          <RowTexts label={label} description={description} labelClass="truncate" />
          {trailing}
          {selectionMode !== 'none' && isSelected && (
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-text" />
          )}
        </>
      )}
    </AriaListBoxItem>
  )
}

/** The class of a row in lists and menus. */
export const rowClass = classNames(
  // A row of two lines keeps its height where the list has less room than its rows: the list scrolls.
  'focus-mark relative flex min-h-7 shrink-0 cursor-default items-start gap-2 rounded-sm px-2 py-1 text-sm select-none',
  'data-hovered:bg-hover data-focused:bg-hover data-pressed:bg-pressed data-open:bg-hover',
  '-outline-offset-2! data-disabled:opacity-45',
)

/** Options under a heading. */
export function ListBoxSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaListBoxSection className={rowSectionClass}>
      <RowHeading title={title} />
      {children}
    </AriaListBoxSection>
  )
}
