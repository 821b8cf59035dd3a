import { verifiesWebhooks, type AuthTypeKey, type Connection, type Connector } from '#domain'
import { textOf } from '#texts'
import { Banner, Button, classNames } from '#ui'
import { FormProvider } from 'react-hook-form'
import type { FormDraft } from '../form-drafts.ts'
import { AuthMethodSection } from './auth-method-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { useFormTexts } from './field-words.ts'
import { useConnectionForm } from './use-connection-form.ts'

export interface ConnectionFormProps {
  readonly connector: Connector
  /** Keeps what is typed while the form is not shown. */
  readonly draft: FormDraft
  /** The types it may authenticate with; left out: all. */
  readonly types?: readonly AuthTypeKey[] | undefined
  /** `needsCredentials` when it lacks what it signs with: a secret, or a provider's consent. */
  readonly onConnected: (connection: Connection, needsCredentials: boolean) => void
  /** Scrolls inside, with the button at the bottom always in view. */
  readonly isInPopover?: boolean
}

/** The one form that makes a connection: how it authenticates on top, what it is below. */
export function ConnectionForm({ isInPopover = false, ...props }: ConnectionFormProps) {
  const t = useFormTexts()
  const state = useConnectionForm(props)
  const { form, chosen, problem } = state
  // Whoever signs webhooks is what such a connection is for, and not the connector of the trigger.
  const subject = verifiesWebhooks(chosen) ? chosen.name : textOf(t, props.connector.name)
  return (
    <FormProvider {...form}>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => void state.connect(event)}
        className={classNames('flex min-h-0 flex-col', isInPopover && 'flex-1')}
      >
        <div
          className={classNames(
            // What is only for screen readers is placed in here: else it would make the popover itself scroll.
            'relative flex min-h-0 flex-col gap-4',
            isInPopover ? 'flex-1 overflow-y-auto px-4 pt-2 pb-4' : 'pb-4',
          )}
        >
          <AuthMethodSection
            connector={props.connector}
            workspace={state.workspace}
            chosen={chosen}
            types={props.types}
            isExpanded={state.isMethodOpen}
            onExpandedChange={state.setMethodOpen}
            onCreate={() => void state.createMethod()}
            isCreating={state.isCreating}
          />
          <ConnectionSection method={chosen} connectorName={subject} />
          {problem !== null && <Banner tone="danger">{problem}</Banner>}
        </div>
        <div
          className={classNames(
            'flex shrink-0 items-center justify-end gap-2 border-t border-line bg-raised',
            isInPopover ? 'px-4 py-2.5' : 'sticky -bottom-4 z-10 -mx-5 -mb-4 rounded-b-xl px-5 py-3',
          )}
        >
          <Button type="submit" variant="primary" isPending={form.formState.isSubmitting}>
            {t('connections.connect')}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}
