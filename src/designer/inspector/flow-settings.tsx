import { useTranslation } from '#texts'
import { PanelHeader } from '#ui'
import { useWorkbench } from '#workbench'
import { RecordTextField } from './record-text-field.tsx'

/** What is shown while nothing is selected: the open flow. */
export function FlowSettings() {
  const { t } = useTranslation()
  const id = useWorkbench((state) => state.flow)
  const flow = useWorkbench((state) => state.doc.flows[state.flow])
  const dispatch = useWorkbench((state) => state.dispatch)
  if (!flow) return null
  return (
    <>
      <PanelHeader title={t('inspector.flow.title')} />
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto px-3 py-3">
        <RecordTextField
          label={t('inspector.flow.name')}
          value={flow.name}
          burstKey={`flow-name:${id}`}
          onCommit={(name, mergeKey) => dispatch({ type: 'flow/update', id, changes: { name } }, { mergeKey })}
        />
        <RecordTextField
          isMultiline
          label={t('inspector.flow.description')}
          placeholder={t('inspector.flow.descriptionPlaceholder')}
          value={flow.description}
          burstKey={`flow-description:${id}`}
          onCommit={(description, mergeKey) =>
            dispatch({ type: 'flow/update', id, changes: { description } }, { mergeKey })
          }
        />
        <p className="text-xs text-muted">{t('inspector.flow.empty')}</p>
      </div>
    </>
  )
}
