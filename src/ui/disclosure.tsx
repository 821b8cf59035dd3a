import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Disclosure as AriaDisclosure,
  DisclosurePanel,
  Heading,
  type DisclosureProps as AriaDisclosureProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface DisclosureProps extends Readonly<
  Pick<AriaDisclosureProps, 'isExpanded' | 'defaultExpanded' | 'onExpandedChange' | 'isDisabled' | 'id'>
> {
  readonly title: string
  /** Beside the title, outside the button: a badge, what is inside while it is folded. */
  readonly trailing?: ReactNode
  readonly children: ReactNode
  readonly level?: 2 | 3 | 4
  readonly className?: string
}

/** Folds away what is seldom needed. */
export function Disclosure({ title, trailing, children, level = 3, className, ...rest }: DisclosureProps) {
  return (
    <AriaDisclosure {...rest} className={classNames('min-w-0', className)}>
      {/* Asked for, not read off an ancestor: one that is folded may stand inside one that is not. */}
      {({ isExpanded }) => (
        <>
          <div className="flex items-center gap-2">
            <Heading level={level} className="min-w-0 flex-1">
              <Button
                slot="trigger"
                className="focus-mark -ms-1 flex min-h-7 w-full cursor-default items-center gap-1 rounded-sm px-1 text-start text-sm font-medium text-strong data-disabled:opacity-45 data-hovered:bg-hover"
              >
                <ChevronRight
                  aria-hidden
                  className={classNames(
                    'size-4 shrink-0 text-muted transition-transform',
                    isExpanded ? 'rotate-90' : 'rtl:rotate-180',
                  )}
                />
                <span className="min-w-0 break-words">{title}</span>
              </Button>
            </Heading>
            {trailing}
          </div>
          <DisclosurePanel className={isExpanded ? 'pt-2' : ''}>{children}</DisclosurePanel>
        </>
      )}
    </AriaDisclosure>
  )
}
