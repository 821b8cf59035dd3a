import { isAppleDevice } from './is-apple-device.ts'
import { classNames } from './class-names.ts'

export interface KbdProps {
  /** One entry per key, in the order they are held: `['mod', 'K']`; `mod` is the key that commands begin with. */
  readonly keys: readonly string[]
  readonly tone?: 'default' | 'inverse'
}

/** Apple's keyboards have signs on their keys, and commands begin with another key there. */
const APPLE: Readonly<Record<string, string>> = { mod: '⌘', Shift: '⇧', Alt: '⌥', Del: '⌫' }
const OTHERS: Readonly<Record<string, string>> = { mod: 'Ctrl' }

const nameOf = (key: string): string => (isAppleDevice() ? APPLE : OTHERS)[key] ?? key

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
          {nameOf(key)}
        </span>
      ))}
    </kbd>
  )
}
