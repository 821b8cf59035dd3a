import type { AuthField, AuthTypeKey } from '#domain'
import { Disclosure } from '#ui'
import { useState } from 'react'
import { get, useFormState } from 'react-hook-form'
import { AuthFieldInput } from './auth-field-input.tsx'
import { useFormTexts } from './field-words.ts'
import { SecretState } from './secret-state.tsx'

export interface AuthFieldsProps {
  readonly type: AuthTypeKey
  readonly fields: readonly AuthField[]
  /** What is to be known about a field, by its key. */
  readonly notes: Readonly<Record<string, string>>
  /** Of a method that exists: the secrets that are set. Left out: a new one, which has none yet. */
  readonly set?: readonly string[]
}

/** Fields of an auth method in two columns where they fit; what is seldom needed is folded away, unless it is wrong. */
export function AuthFields({ type, fields, notes, set }: AuthFieldsProps) {
  const t = useFormTexts()
  const [isOpen, setOpen] = useState(false)
  const { errors } = useFormState()
  const usual = fields.filter(({ advanced = false }) => !advanced)
  const seldom = fields.filter(({ advanced = false }) => advanced)
  const isWrong = seldom.some(({ key }) => get(errors, `settings.${key}`) !== undefined)
  const input = (field: AuthField) => (
    <AuthFieldInput
      key={field.key}
      type={type}
      field={field}
      note={notes[field.key]}
      {...(set && field.secret && { labelExtra: <SecretState isSet={set.includes(field.key)} /> })}
      {...(field.secret && set?.includes(field.key) && { help: t('connections.secretKeep') })}
    />
  )
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3 empty:hidden">{usual.map(input)}</div>
      {seldom.length > 0 && (
        <Disclosure
          title={t('connections.moreOptions')}
          level={4}
          isExpanded={isOpen || isWrong}
          onExpandedChange={setOpen}
        >
          {/* Folded, they are not there at all: a hidden field would be found by its label. */}
          {(isOpen || isWrong) && <div className="grid grid-cols-2 items-start gap-3">{seldom.map(input)}</div>}
        </Disclosure>
      )}
    </>
  )
}
