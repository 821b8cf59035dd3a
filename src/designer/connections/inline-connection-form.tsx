import { verifiesWebhooks, type AuthTypeKey, type Connector } from '#domain'
import { textOf, useTranslation } from '#texts'
import { IconButton } from '#ui'
import { ArrowLeft } from 'lucide-react'
import type { FormDraft } from './form-drafts.ts'
import { ConnectionForm, type ConnectionFormProps } from './form/connection-form.tsx'

export interface InlineConnectionFormProps {
  readonly connector: Connector
  readonly draft: FormDraft
  /** Those that are of use to the step. Undefined: all. */
  readonly types: readonly AuthTypeKey[] | undefined
  /** `null` where there is no list to go back to. */
  readonly onBack: (() => void) | null
  readonly onConnected: ConnectionFormProps['onConnected']
}

/** The whole connection form inside the picker's popover. */
export function InlineConnectionForm({ connector, draft, types, onBack, onConnected }: InlineConnectionFormProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className="flex shrink-0 items-center gap-1.5 border-b border-line px-4 py-2.5">
        {onBack && (
          <IconButton
            size="xs"
            aria-label={t('connections.backToList')}
            className="-ms-1.5"
            onPress={() => {
              draft.setAside()
              onBack()
            }}
          >
            <ArrowLeft className="rtl:rotate-180" />
          </IconButton>
        )}
        <div className="min-w-0 flex-1">
          <h2 className="text-sm font-semibold text-strong">
            {types?.every((type) => verifiesWebhooks({ type }))
              ? t('connections.newVerifying')
              : t('connections.newTitle', { connector: textOf(t, connector.name) })}
          </h2>
          {!onBack && <p className="text-xs text-pretty text-muted">{t('connections.noneYetText')}</p>}
        </div>
      </div>
      <ConnectionForm connector={connector} draft={draft} types={types} onConnected={onConnected} isInPopover />
    </>
  )
}
