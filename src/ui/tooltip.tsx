import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps as AriaTooltipProps } from 'react-aria-components'
import { Kbd } from './kbd.tsx'

export interface TooltipProps {
  /** The short text shown on hover and focus; becomes the description of the control unless it only repeats its name. */
  readonly text: ReactNode
  /** Keys that do the same: `['mod', 'Z']`. */
  readonly shortcut?: readonly string[]
  readonly placement?: NonNullable<AriaTooltipProps['placement']>
  /** One focusable control of this design system. */
  readonly children: ReactElement
}

/** Explains a control on hover and keyboard focus. Nothing that is needed may live only in a tooltip. */
export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="float-motion z-50 flex max-w-72 items-center gap-2 rounded-md bg-inverse px-2 py-1 text-xs text-pretty text-on-inverse shadow-popover"
      >
        <span>{text}</span>
        {shortcut && <Kbd keys={shortcut} tone="inverse" />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
