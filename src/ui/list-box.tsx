import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Header,
  ListBox as AriaListBox,
  ListBoxItem as AriaListBoxItem,
  ListBoxSection as AriaListBoxSection,
  Text,
  type ListBoxItemProps as AriaListBoxItemProps,
  type ListBoxProps as AriaListBoxProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'

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
          <span className="flex min-w-0 flex-1 flex-col">
            <Text slot="label" className="truncate">
              {label}
            </Text>
            {description != null && (
              <Text slot="description" className="text-xs text-pretty text-muted">
                {description}
              </Text>
            )}
          </span>
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
  'relative flex min-h-7 cursor-default items-start gap-2 rounded-sm px-2 py-1 text-sm outline-none select-none',
  'data-hovered:bg-hover data-focused:bg-hover data-pressed:bg-pressed data-open:bg-hover',
  'data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus data-disabled:opacity-45',
)

/** Options under a heading. */
export function ListBoxSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaListBoxSection className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1">
      <Header className="px-2 py-1 text-2xs font-medium text-faint">{title}</Header>
      {children}
    </AriaListBoxSection>
  )
}
