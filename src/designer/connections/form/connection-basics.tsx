import { useTranslation } from '#texts'
import { FieldDescription } from './field-description.tsx'
import { TextInput } from './text-input.tsx'

export interface ConnectionBasicsProps {
  readonly connectorName: string
  /** What is to be known about the base URL: that only the local server can call it. */
  readonly note?: string | undefined
  /** Nothing is sent with it: it is not asked where to. */
  readonly isReceiving?: boolean
}

/** Name and base URL. */
export function ConnectionBasics({ connectorName, note, isReceiving = false }: ConnectionBasicsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        path="name"
        label={t('connections.connectionName')}
        placeholder={t('connections.connectionNamePlaceholder', { connector: connectorName })}
        description={t('connections.connectionNameHelp')}
      />
      {!isReceiving && (
        <TextInput
          path="baseUrl"
          label={t('connections.baseUrl')}
          placeholder="https://api.example.com"
          description={<FieldDescription help={t('connections.baseUrlHelp')} note={note} />}
          isMonospace
          inputMode="url"
        />
      )}
    </>
  )
}
