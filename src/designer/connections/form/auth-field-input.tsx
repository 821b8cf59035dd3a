import type { AuthField, AuthTypeKey } from '#domain'
import type { ReactNode } from 'react'
import { ChoiceInput } from './choice-input.tsx'
import { FieldDescription } from './field-description.tsx'
import { helpOf, labelOf, useFormTexts } from './field-words.ts'
import { PemInput } from './pem-input.tsx'
import { RowsInput } from './rows-input.tsx'
import { ScopesInput } from './scopes-input.tsx'
import { SwitchInput } from './switch-input.tsx'
import { TextInput } from './text-input.tsx'

export interface AuthFieldInputProps {
  readonly type: AuthTypeKey
  readonly field: AuthField
  /** What else is to be known about it, beside its help: that the local server is needed. */
  readonly note?: string | undefined
  /** Beside the label: whether a secret is set. */
  readonly labelExtra?: ReactNode
  /** What its help is instead, where that depends on more than the field. */
  readonly help?: string | undefined
  readonly autoFocus?: boolean
}

/** Where a form holds a field. */
export type FieldHome = 'settings' | 'methodSecrets' | 'values' | 'secrets'

const homeOf = ({ of, secret }: AuthField): FieldHome => {
  if (of === 'method') return secret ? 'methodSecrets' : 'settings'
  return secret ? 'secrets' : 'values'
}

/** What every kind of input of the form gets. */
export interface FieldInputProps {
  readonly path: `${FieldHome}.${string}`
  readonly field: AuthField
  readonly label: string
  readonly description: ReactNode
  readonly isOptional: boolean
  readonly labelExtra: ReactNode
  readonly className: string
  readonly autoFocus: boolean
}

/** Kinds whose text is short enough to share a line with another. */
const NARROW: ReadonlySet<AuthField['kind']> = new Set(['choice', 'header-name', 'number'])

/** Fields that say what they mean, which takes a line of its own. */
const WIDE: ReadonlySet<string> = new Set(['grant', 'flow', 'preset', 'clientId'])

/** A field of an auth type, wherever it belongs: a setting or a secret of the method, a value or a secret of the connection. */
export function AuthFieldInput({ type, field, note, labelExtra, help, autoFocus = false }: AuthFieldInputProps) {
  const t = useFormTexts()
  const text = help ?? helpOf(t, type, field)
  const isNarrow = NARROW.has(field.kind) || (field.kind === 'text' && field.of === 'method' && !field.secret)
  const props: FieldInputProps = {
    path: `${homeOf(field)}.${field.key}`,
    field,
    label: labelOf(t, field),
    description: text === undefined && note === undefined ? undefined : <FieldDescription help={text} note={note} />,
    isOptional: !field.required,
    labelExtra,
    className: isNarrow && note === undefined && !WIDE.has(field.key) ? '' : 'col-span-full',
    autoFocus,
  }
  switch (field.kind) {
    case 'choice':
      return <ChoiceInput {...props} />
    case 'switch':
      return <SwitchInput {...props} />
    case 'rows':
      return <RowsInput {...props} />
    case 'pem':
      return <PemInput {...props} />
    case 'names':
      return <ScopesInput {...props} />
    default:
      return <PlainInput {...props} />
  }
}

const MONOSPACE: ReadonlySet<AuthField['kind']> = new Set(['template', 'header-name', 'url'])

function PlainInput({ field, ...rest }: FieldInputProps) {
  return (
    <TextInput
      {...rest}
      isSecret={field.secret}
      isLines={field.key === 'signedContent'}
      isMonospace={MONOSPACE.has(field.kind)}
      {...(field.kind === 'url' && { inputMode: 'url' as const, placeholder: 'https://' })}
      {...(field.kind === 'number' && { inputMode: 'numeric' as const })}
    />
  )
}
