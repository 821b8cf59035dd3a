import { FlowId, type StepId } from '#domain'
import { useTranslation } from '#texts'
import { Select } from '#ui'
import { useWorkbench } from '#workbench'
import { useEdit } from '../steps/use-edit.ts'
import { useIsReadOnly, useKindField } from './use-step.ts'

/** Which flow a call runs. */
export function CallFlowForm({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const edit = useEdit()
  const flows = useWorkbench((state) => state.doc.flows)
  const order = useWorkbench((state) => state.doc.flowOrder)
  const flow = useKindField(stepId, 'call-flow', (step) => step.flow)
  return (
    <Select
      label={t('inspector.callFlow.flow')}
      isDisabled={isReadOnly}
      placeholder={t('inspector.callFlow.none')}
      choices={order.map((id) => ({ id, label: flows[id]?.name ?? id }))}
      value={flow ?? null}
      onChange={(id) => {
        const next = FlowId.safeParse(id)
        if (next.success) {
          edit({ type: 'step/configure', id: stepId, changes: { kind: 'call-flow', flow: next.data } })
        }
      }}
    />
  )
}
