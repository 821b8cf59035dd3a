import { specOf, type Connector, type FlowId, type Label, type StepId, type TriggerSpec } from '#domain'
import { planReplaceTrigger } from '#operations'
import { textOf, useTranslation } from '#texts'
import { Button, Menu, MenuItem, MenuTrigger } from '#ui'
import { usePorts, useWorkbench, useWorkbenchStore, useWorkspace } from '#workbench'
import { RefreshCw } from 'lucide-react'
import { StepIcon } from '../../fields/step-icon.tsx'
import { useEdit } from '../../steps/use-edit.ts'
import { useIsReadOnly } from '../use-step.ts'
import { PayloadList } from './payload-list.tsx'

/** How a flow starts: what it is tested with, and another trigger in its place. */
export function TriggerForm({ stepId }: { readonly stepId: StepId }) {
  const flow = useWorkbench((state) => Object.values(state.doc.flows).find(({ trigger }) => trigger === stepId)?.id)
  if (!flow) return null
  return (
    <>
      <PayloadList flow={flow} stepId={stepId} />
      <ReplaceTrigger flow={flow} stepId={stepId} />
    </>
  )
}

/** The ways to start a flow that run in this build. */
const STARTS: ReadonlySet<TriggerSpec['starts']> = new Set<TriggerSpec['starts']>(['manual', 'webhook'])

function ReplaceTrigger({ flow, stepId }: { readonly flow: FlowId; readonly stepId: StepId }) {
  const { t } = useTranslation()
  const store = useWorkbenchStore()
  const edit = useEdit()
  const { environment } = usePorts()
  const catalog = useWorkspace((state) => state.catalog)
  const isReadOnly = useIsReadOnly()
  const current = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return step && specOf(catalog, step)
  })
  const offers = catalog
    .connectors()
    .flatMap((connector) => connector.triggers.map((spec) => ({ connector, spec })))
    .filter(({ spec }) => STARTS.has(spec.starts) && spec !== current)
  const replace = (connector: Connector, spec: TriggerSpec) => {
    const { doc } = store.getState()
    const { createId } = environment
    const made = { createId, connector, spec, name: textOf(t, spec.name), text: (label: Label) => textOf(t, label) }
    // The id stays: so do references, the selection and what was recorded.
    edit(planReplaceTrigger(doc, flow, made), { select: [stepId] })
  }
  if (isReadOnly || offers.length === 0) return null
  return (
    <MenuTrigger>
      <Button size="sm" className="self-start" icon={<RefreshCw />}>
        {t('inspector.trigger.replace')}
      </Button>
      <Menu
        onAction={(key) => {
          const offer = offers.find(({ connector, spec }) => `${connector.key}/${spec.key}` === key)
          if (offer) replace(offer.connector, offer.spec)
        }}
      >
        {offers.map(({ connector, spec }) => (
          <MenuItem
            key={`${connector.key}/${spec.key}`}
            id={`${connector.key}/${spec.key}`}
            label={textOf(t, spec.name)}
            description={textOf(t, spec.summary)}
            icon={<StepIcon icon={connector.icon} />}
          />
        ))}
      </Menu>
    </MenuTrigger>
  )
}
