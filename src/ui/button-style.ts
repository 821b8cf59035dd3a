import { classNames } from './class-names.ts'

/** `primary`: the one thing to do here. `secondary`: everything else. `quiet`: where a border would be noise. `danger`: what takes away. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md'

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    'bg-accent text-on-accent shadow-raised data-hovered:bg-accent-hover data-pressed:bg-accent-pressed border border-transparent',
  secondary:
    'bg-raised text-strong border border-line-strong shadow-raised data-hovered:bg-[linear-gradient(var(--color-hover),var(--color-hover))] data-pressed:bg-[linear-gradient(var(--color-pressed),var(--color-pressed))]',
  quiet:
    'text-default border border-transparent data-hovered:bg-hover data-hovered:text-strong data-pressed:bg-pressed',
  danger:
    'bg-danger-fill text-on-danger shadow-raised data-hovered:bg-danger-fill-hover data-pressed:bg-danger-fill-pressed border border-transparent',
}

/** The look that buttons and links dressed as buttons share. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return classNames(
    'focus-mark inline-flex max-w-full cursor-default items-center justify-center rounded-md font-medium whitespace-nowrap select-none',
    'transition-colors data-disabled:opacity-45 data-disabled:shadow-none [&_svg]:size-4 [&_svg]:shrink-0',
    size === 'sm' ? 'min-h-7 gap-1.5 px-2.5 text-xs' : 'min-h-8 gap-2 px-3 text-sm',
    VARIANTS[variant],
    className,
  )
}
