import type { ReactNode } from 'react'
import { Text } from 'react-aria-components'

export interface RowTextsProps {
  readonly label: string
  readonly description?: ReactNode
  /** What becomes of a label that is too long for its row: `truncate` or `break-words`. */
  readonly labelClass: 'truncate' | 'break-words'
}

/** The texts of a row in lists and menus: its name, and a line of explanation below. */
export function RowTexts({ label, description, labelClass }: RowTextsProps) {
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <Text slot="label" className={labelClass}>
        {label}
      </Text>
      {description != null && (
        <Text slot="description" className="text-xs text-pretty text-muted">
          {description}
        </Text>
      )}
    </span>
  )
}
