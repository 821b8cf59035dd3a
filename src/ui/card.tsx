import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface CardProps extends Readonly<Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'className' | 'style'>> {
  readonly children: ReactNode
  /** Answers the pointer: for cards that are, or hold, one large link or button. */
  readonly isInteractive?: boolean
  readonly isSelected?: boolean
  readonly className?: string
}

/** Something whole among others of its kind. */
export function Card({ children, isInteractive = false, isSelected = false, className, ...rest }: CardProps) {
  return (
    <div
      {...rest}
      className={classNames(
        'relative rounded-lg border bg-surface p-4',
        isSelected ? 'border-accent outline-1 -outline-offset-1 outline-accent' : 'border-line',
        isInteractive && 'transition-[border-color,box-shadow] hover:border-line-strong hover:shadow-raised',
        className,
      )}
    >
      {children}
    </div>
  )
}
