import { classNames } from './class-names.ts'

/** Stands in for what is about to appear, in its size; say what is loading with a `Spinner` or `aria-busy` beside it. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames('block h-4 animate-pulse rounded-sm bg-pressed motion-reduce:animate-none', className)}
    />
  )
}
