import type { Connection } from '#domain'
import { useTranslation } from '#texts'
import { Select } from '#ui'
import { useController } from 'react-hook-form'
import { CheckInput } from '../check/check-input.tsx'
import { LimitInputs } from '../check/limit-inputs.tsx'
import type { ConnectionFormValues } from './connection-form-values.ts'
import { TextInput } from './text-input.tsx'

const ACCESS_MODES: readonly Connection['accessMode'][] = ['automatic', 'direct', 'relay']

export interface ConnectionMoreProps {
  /** Nothing is sent with it. */
  readonly isReceiving?: boolean
}

/** What is seldom needed: description, how requests leave, what the connection is tested with, and its limits. */
export function ConnectionMore({ isReceiving = false }: ConnectionMoreProps) {
  const { t } = useTranslation()
  const { field } = useController<ConnectionFormValues, 'accessMode'>({ name: 'accessMode' })
  const description = <TextInput path="description" label={t('connections.description')} isOptional />
  if (isReceiving) return description
  return (
    <div className="flex flex-col gap-3">
      {description}
      <Select
        label={t('connections.accessMode')}
        choices={ACCESS_MODES.map((id) => ({
          id,
          label: t(`connections.accessModes.${id}`),
          description: t(`connections.accessModeHelp.${id}`),
        }))}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        description={t(`connections.accessModeHelp.${field.value}`)}
      />
      <CheckInput />
      <LimitInputs />
    </div>
  )
}
