import { askedFields, verifiesWebhooks, type AuthSettings } from '#domain'
import { Disclosure } from '#ui'
import { useState } from 'react'
import { useFormState, useWatch } from 'react-hook-form'
import { AuthFieldInput } from './auth-field-input.tsx'
import { ConnectionBasics } from './connection-basics.tsx'
import type { ConnectionFormValues } from './connection-form-values.ts'
import { ConnectionMore } from './connection-more.tsx'
import { useFormTexts } from './field-words.ts'
import { HelpLink } from './help-link.tsx'
import { relayNotes } from './relay-notes.ts'

export interface ConnectionSectionProps {
  readonly method: AuthSettings
  readonly connectorName: string
}

/** What the connection is called, where it goes, the credentials of test runs, and what is seldom needed. */
export function ConnectionSection({ method, connectorName }: ConnectionSectionProps) {
  const t = useFormTexts()
  const baseUrl = useWatch<ConnectionFormValues, 'baseUrl'>({ name: 'baseUrl' })
  const isReceiving = verifiesWebhooks(method)
  const notes = relayNotes(t, method, baseUrl)
  const credentials = askedFields(method).filter(({ of }) => of === 'connection')
  const canWait = credentials.some(({ secret, required }) => secret && required)
  return (
    <section className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-sm font-medium text-strong">{t('connections.connectionSection')}</h3>
        <HelpLink topic="connections" />
      </div>
      <p className="-mt-2 text-xs text-pretty text-muted">
        {t('connections.ownFields')} {t('connections.guidance')} <HelpLink topic="embedded-connectors" />
      </p>
      <ConnectionBasics connectorName={connectorName} note={notes['baseUrl']} isReceiving={isReceiving} />
      {credentials.length > 0 && (
        <fieldset className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-sunken p-3">
          <legend className="sr-only">{t('connections.testCredentials')}</legend>
          <div>
            <p aria-hidden className="text-xs font-medium text-strong">
              {t('connections.testCredentials')}
            </p>
            <p className="text-xs text-pretty text-muted">
              {t('connections.testCredentialsHelp')} {canWait && t('connections.credentialsLater')}
            </p>
          </div>
          {credentials.map((field) => (
            <AuthFieldInput key={field.key} type={method.type} field={field} note={notes[field.key]} />
          ))}
        </fieldset>
      )}
      <More isReceiving={isReceiving} />
    </section>
  )
}

/** What is seldom needed: folded away, unless something in it is wrong. */
function More({ isReceiving }: { readonly isReceiving: boolean }) {
  const t = useFormTexts()
  const [isOpen, setOpen] = useState(false)
  const { errors } = useFormState<ConnectionFormValues>()
  const isWrong = (errors.description ?? errors.limits ?? errors.check) !== undefined
  return (
    <Disclosure title={t('common.more')} isExpanded={isOpen || isWrong} onExpandedChange={setOpen}>
      <ConnectionMore isReceiving={isReceiving} />
    </Disclosure>
  )
}
