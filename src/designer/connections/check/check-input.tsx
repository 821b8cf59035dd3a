import { useTranslation } from '#texts'
import { Select } from '#ui'
import { CHECK_METHODS } from '#workspace'
import { useController, useWatch } from 'react-hook-form'
import type { ConnectionFormValues } from '../form/connection-form-values.ts'
import { TextInput } from '../form/text-input.tsx'

/** The choice that leaves it to the connector; a dropdown has no choice without an id. */
const DECLARED = 'declared'

/** The request the connection is tested with: the connector's, or a method and a path of the person's own. */
export function CheckInput() {
  const { t } = useTranslation()
  const { field } = useController<ConnectionFormValues, 'check.method'>({ name: 'check.method' })
  const baseUrl = useWatch<ConnectionFormValues, 'baseUrl'>({ name: 'baseUrl' })
  const isOwn = field.value !== ''
  return (
    <div className="grid grid-cols-3 items-start gap-3">
      <Select
        label={t('checks.form.method')}
        className={isOwn ? '' : 'col-span-full'}
        choices={[
          { id: DECLARED, label: t('checks.form.declared'), description: t('checks.form.declaredHelp') },
          ...CHECK_METHODS.map((method) => ({ id: method, label: method })),
        ]}
        value={isOwn ? field.value : DECLARED}
        onChange={(id) => field.onChange(id === DECLARED ? '' : id)}
        onBlur={field.onBlur}
        {...(!isOwn && { description: t('checks.form.declaredHelp') })}
      />
      {isOwn && (
        <TextInput
          path="check.path"
          label={t('checks.form.path')}
          placeholder="/me"
          description={t('checks.form.pathHelp', { baseUrl })}
          className="col-span-2"
          isMonospace
          isOptional
        />
      )}
    </div>
  )
}
