import { isConnectorStep, referencesTo, type StepId } from '#domain'
import { textOf, useTranslation } from '#texts'
import { Button, IconButton } from '#ui'
import { useWorkbench, useWorkspace } from '#workbench'
import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { RecordTextField } from './record-text-field.tsx'
import { useStepField } from './use-step.ts'

/** What a step is, beside what it does: description, id, connector version, and what refers to it. */
export function DetailsTab({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const dispatch = useWorkbench((state) => state.dispatch)
  const description = useStepField(stepId, (step) => step.description) ?? ''
  return (
    <div className="flex flex-col gap-5">
      <RecordTextField
        isMultiline
        label={t('inspector.detail.description')}
        placeholder={t('inspector.detail.descriptionPlaceholder')}
        value={description}
        burstKey={`description:${stepId}`}
        onCommit={(text, mergeKey) =>
          dispatch({ type: 'step/update', id: stepId, changes: { description: text } }, { mergeKey })
        }
      />
      <UsedBy stepId={stepId} />
      <Facts stepId={stepId} />
    </div>
  )
}

function UsedBy({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const select = useWorkbench((state) => state.select)
  const users = useWorkbench(
    useShallow((state) => [...new Set(referencesTo(state.doc, stepId).map(({ step }) => step))]),
  )
  const names = useWorkbench(useShallow((state) => users.map((id) => state.doc.steps[id]?.name ?? id)))
  return (
    <section aria-label={t('inspector.detail.usedBy')} className="flex flex-col gap-1">
      <h3 className="text-xs font-medium text-default">{t('inspector.detail.usedBy')}</h3>
      {users.length === 0 ? (
        <p className="text-xs text-muted">{t('inspector.detail.usedByNone')}</p>
      ) : (
        <ul className="flex flex-wrap gap-1">
          {users.map((id, index) => (
            <li key={id} className="min-w-0">
              <Button size="sm" onPress={() => select([id])}>
                {names[index]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Facts({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const catalog = useWorkspace((state) => state.catalog)
  const kind = useStepField(stepId, (step) => step.kind)
  const connector = useStepField(stepId, (step) => (isConnectorStep(step) ? step.connector : undefined))
  const name = connector && catalog.connector(connector.key)?.name
  return (
    <section aria-label={t('inspector.detail.facts')} className="flex flex-col gap-1">
      <h3 className="text-xs font-medium text-default">{t('inspector.detail.facts')}</h3>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1 text-xs">
        {kind && <Fact term={t('inspector.detail.kind')}>{t(`inspector.kinds.${kind}`)}</Fact>}
        {connector && (
          <Fact term={t('inspector.detail.connector')}>
            {name === undefined ? connector.key : textOf(t, name)}{' '}
            <span className="text-muted">{t('inspector.detail.version', { version: connector.version })}</span>
          </Fact>
        )}
        <Fact term={t('inspector.detail.id')}>
          <span className="flex items-center gap-1">
            <code className="font-mono">{stepId}</code>
            <IconButton
              size="xs"
              aria-label={t('inspector.detail.copyId')}
              onPress={() => void navigator.clipboard.writeText(stepId)}
            >
              <Copy />
            </IconButton>
          </span>
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words text-default">{children}</dd>
    </>
  )
}
