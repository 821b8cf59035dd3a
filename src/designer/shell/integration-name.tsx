import { useTranslation } from '#texts'
import { useWorkbench } from '#workbench'
import { useEdit } from '../steps/use-edit.ts'

/** The integration's name, edited in place; one burst of typing undoes as one change. */
export function IntegrationName() {
  const { t } = useTranslation()
  const name = useWorkbench((state) => state.doc.name)
  const mode = useWorkbench((state) => state.mode)
  const edit = useEdit()
  return (
    <input
      aria-label={t('designer.integrationName')}
      value={name}
      readOnly={mode === 'read-only'}
      placeholder={t('designer.unnamed')}
      onChange={({ target }) =>
        edit({ type: 'integration/rename', name: target.value }, { mergeKey: 'integration/name' })
      }
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
      className="focus-mark field-sizing-content h-8 max-w-72 min-w-24 truncate rounded-md bg-transparent px-2 text-base font-medium text-strong hover:bg-hover max-lg:max-w-44"
    />
  )
}
