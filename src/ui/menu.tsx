import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode, RefObject } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger as AriaMenuTrigger,
  Popover,
  SubmenuTrigger,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  type MenuTriggerProps,
  type PopoverProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { floatClass, floatStyle } from './float-class.ts'
import { Kbd } from './kbd.tsx'
import { rowClass } from './list-box.tsx'
import { RowHeading, rowSectionClass } from './row-heading.tsx'
import { RowTexts } from './row-texts.tsx'

export interface MenuProps
  extends
    Readonly<
      Pick<
        AriaMenuProps<object>,
        'onAction' | 'selectionMode' | 'selectedKeys' | 'onSelectionChange' | 'disabledKeys' | 'aria-labelledby'
      >
    >,
    Readonly<Pick<PopoverProps, 'placement' | 'isOpen' | 'onOpenChange'>> {
  /** The menu's name; inside a `MenuTrigger` it is the button's when left out. */
  readonly label?: string
  /** What it stands beside when it is opened without a `MenuTrigger`, e.g. by a context menu. */
  readonly triggerRef?: RefObject<Element | null>
  /** `MenuItem`, `MenuSection`, `Submenu`, `Separator`. */
  readonly children: ReactNode
}

/** A list of commands that opens beside its button. */
export function Menu({
  label,
  children,
  placement = 'bottom start',
  isOpen,
  onOpenChange,
  triggerRef,
  ...rest
}: MenuProps) {
  return (
    <Popover
      placement={placement}
      offset={4}
      style={floatStyle}
      data-overlay=""
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange && { onOpenChange })}
      {...(triggerRef && { triggerRef })}
      className={classNames(floatClass, 'min-w-44 max-w-96')}
    >
      <AriaMenu
        {...rest}
        {...(label != null && { 'aria-label': label })}
        // A `MenuTrigger` gives the focus to its menu; opened otherwise, nobody else would.
        {...(triggerRef && { autoFocus: 'first' })}
        className="overflow-auto p-1 outline-none"
      >
        {children}
      </AriaMenu>
    </Popover>
  )
}

/** Wraps a button and its `Menu`. */
export function MenuTrigger(props: Readonly<MenuTriggerProps>) {
  return <AriaMenuTrigger {...props} />
}

export interface MenuItemProps extends Readonly<Omit<AriaMenuItemProps, 'children' | 'className' | 'style'>> {
  readonly label: string
  readonly description?: ReactNode
  readonly icon?: ReactNode
  readonly shortcut?: readonly string[]
  /** It takes something away. */
  readonly isDanger?: boolean
}

/** One command; in a menu with `selectionMode` it carries a tick. */
export function MenuItem({ label, description, icon, shortcut, isDanger = false, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...rest}
      textValue={label}
      className={classNames(
        rowClass,
        isDanger
          ? 'text-danger data-focused:bg-danger-soft data-hovered:bg-danger-soft'
          : 'text-default data-focused:text-strong',
      )}
    >
      {({ hasSubmenu, isSelected, selectionMode }) => (
        <>
          {selectionMode !== 'none' && (
            <Check aria-hidden className={classNames('mt-0.5 size-4 shrink-0', !isSelected && 'invisible')} />
          )}
          {icon != null && <span className="flex h-5 shrink-0 items-center opacity-75 [&_svg]:size-4">{icon}</span>}
          <RowTexts label={label} description={description} labelClass="break-words" />
          {shortcut && (
            <span className="ms-4 flex h-5 items-center">
              <Kbd keys={shortcut} />
            </span>
          )}
          {hasSubmenu && <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-muted rtl:rotate-180" />}
        </>
      )}
    </AriaMenuItem>
  )
}

/** Commands under a heading. */
export function MenuSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaMenuSection className={rowSectionClass}>
      <RowHeading title={title} />
      {children}
    </AriaMenuSection>
  )
}

/** A `MenuItem` that opens a further `Menu` to its side. */
export function Submenu({ item, menu }: { readonly item: ReactElement; readonly menu: ReactElement }) {
  return <SubmenuTrigger>{[item, menu]}</SubmenuTrigger>
}
