import type { ReactNode, RefObject } from 'react'
import {
  Dialog as AriaDialog,
  DialogTrigger,
  Popover as AriaPopover,
  type DialogTriggerProps,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { floatClass, floatStyle } from './float-class.ts'
import { useAnchorMoves } from './use-anchor-moves.ts'
import { useLeaving } from './use-leaving.ts'

export interface PopoverProps {
  /** The name of the dialog it is. */
  readonly label: string
  readonly children: ReactNode
  /** Left out inside a `PopoverTrigger`. */
  readonly isOpen?: boolean
  /** Left out inside a `PopoverTrigger`. */
  readonly onOpenChange?: (isOpen: boolean) => void
  /** What it stands beside; left out inside a `PopoverTrigger`. */
  readonly triggerRef?: RefObject<Element | null>
  readonly placement?: NonNullable<AriaPopoverProps['placement']>
  /**
   * The rest of the page stays usable and readable: a canvas can be panned under it. It closes on Escape, when focus
   * leaves it, and on a press outside it and outside every other overlay. Needs `isOpen` and `onOpenChange`.
   */
  readonly isNonModal?: boolean
  readonly className?: string
}

/** As high as floating things get, in pixels: `floatClass` says the same for all others. */
const tallest = () => Math.min(576, window.innerHeight * 0.8)

/** A small dialog beside what opened it, in a portal. State that must outlive closing belongs to its owner. */
export function Popover({
  label,
  children,
  isOpen,
  onOpenChange,
  triggerRef,
  placement = 'bottom start',
  isNonModal = false,
  className,
}: PopoverProps) {
  const leaving = useLeaving(isNonModal && isOpen === true, triggerRef, () => onOpenChange?.(false))
  const moves = useAnchorMoves(isNonModal && isOpen === true, triggerRef)
  return (
    <AriaPopover
      {...(isOpen !== undefined && { isOpen })}
      // A non-modal one would also close when the page scrolls, and take a half-filled form with it.
      {...(onOpenChange && { onOpenChange: isNonModal ? () => undefined : onOpenChange })}
      {...(triggerRef && { triggerRef })}
      isNonModal={isNonModal}
      placement={placement}
      offset={6}
      // It is placed again when one of its measures changes; this one changes, by nothing to be seen, with every move.
      containerPadding={moves % 2 === 0 ? 12 : 12.01}
      // Without a height of its own it is stretched for a moment whenever it is placed, and what scrolls in it jumps.
      {...(isNonModal && { maxHeight: tallest() })}
      style={floatStyle}
      data-overlay=""
      className={classNames(floatClass, 'max-w-[calc(100vw-1rem)]', className)}
    >
      <div role="presentation" className="flex min-h-0 flex-col" {...leaving}>
        <AriaDialog aria-label={label} className="flex min-h-0 flex-col overflow-auto outline-none">
          {children}
        </AriaDialog>
      </div>
    </AriaPopover>
  )
}

/** Wraps a button and its `Popover`; a press on the button opens it. */
export function PopoverTrigger(props: Readonly<DialogTriggerProps>) {
  return <DialogTrigger {...props} />
}
