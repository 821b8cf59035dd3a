import { classNames } from '#ui'
import type { ReactNode } from 'react'

const TONES = { muted: 'text-muted', warning: 'text-warning', danger: 'text-danger' } as const

/** A line under a field. Warnings and errors are announced, politely: they come while somebody types. */
export function FieldNote(props: {
  readonly tone: keyof typeof TONES
  readonly id?: string
  readonly children: ReactNode
}) {
  return (
    <p
      {...(props.id !== undefined && { id: props.id })}
      {...(props.tone !== 'muted' && { role: 'status' })}
      className={classNames('text-xs text-pretty break-words', TONES[props.tone])}
    >
      {props.children}
    </p>
  )
}
