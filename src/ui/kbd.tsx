import { classNames } from './class-names.ts'

export interface KbdProps {
  /** One entry per key, in the order they are held: `['Ctrl', 'K']`. */
  readonly keys: readonly string[]
  readonly tone?: 'default' | 'inverse'
}

/** A keyboard shortcut. */
export function Kbd({ keys, tone = 'default' }: KbdProps) {
  return (
    <kbd className="inline-flex shrink-0 gap-0.5 font-sans" dir="ltr">
      {keys.map((key) => (
        <span
          key={key}
          className={classNames(
            'inline-flex min-w-4.5 justify-center rounded-xs border px-1 text-2xs leading-4',
            tone === 'inverse' ? 'border-current/30' : 'border-line-strong bg-sunken text-muted',
          )}
        >
          {key}
        </span>
      ))}
    </kbd>
  )
}
