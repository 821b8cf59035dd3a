import { flowOf, type FlowId, type IntegrationDoc } from '#domain'
import { newFlow, newManualTrigger, planDeleteFlow, uniqueFlowName } from '#operations'
import { useTranslation } from '#texts'
import { AlertDialog, Button, Menu, MenuItem, MenuSection, MenuTrigger } from '#ui'
import { usePorts, useWorkbench, useWorkbenchStore } from '#workbench'
import { ChevronsUpDown, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useEdit } from '../steps/use-edit.ts'

/** How many steps of other flows run a flow. */
function callersOf(doc: IntegrationDoc, flow: FlowId): number {
  const calls = Object.values(doc.steps).filter((step) => step.kind === 'call-flow' && step.flow === flow)
  return calls.filter(({ id }) => flowOf(doc, id) !== flow).length
}

/** Opens another flow of the integration, adds one, or deletes the open one. */
export function FlowSwitcher() {
  const { t } = useTranslation()
  const store = useWorkbenchStore()
  const edit = useEdit()
  const { createId } = usePorts().environment
  const flow = useWorkbench((state) => state.flow)
  const flows = useWorkbench((state) => state.doc.flows)
  const order = useWorkbench((state) => state.doc.flowOrder)
  const isEditing = useWorkbench((state) => state.mode === 'editing')
  const [isAsking, setAsking] = useState(false)
  const callers = useWorkbench(({ doc }) => (isAsking ? callersOf(doc, flow) : 0))
  const name = flows[flow]?.name ?? ''

  const onAction = (key: string) => {
    const { doc, openFlow } = store.getState()
    if (key === 'add') {
      const index = doc.flowOrder.length
      const trigger = newManualTrigger(createId, t('designer.newTriggerName'))
      const name = uniqueFlowName(doc, t('designer.newFlowName', { number: index + 1 }))
      const added = newFlow({ createId, name, trigger })
      if (edit({ type: 'flow/add', ...added, index }).ok) openFlow(added.flow.id)
    } else if (key === 'delete') setAsking(true)
    else {
      const chosen = order.find((id) => id === key)
      if (chosen) openFlow(chosen)
    }
  }

  return (
    <>
      <MenuTrigger>
        <Button
          variant="quiet"
          aria-label={t('designer.flow', { name })}
          icon={<ChevronsUpDown />}
          className="max-w-56 max-lg:max-w-36"
        >
          {name}
        </Button>
        <Menu label={t('designer.flows')} onAction={(key) => onAction(String(key))}>
          <MenuSection title={t('designer.flows')}>
            {order.map((id) => (
              <MenuItem key={id} id={id} label={flows[id]?.name ?? id} />
            ))}
          </MenuSection>
          <MenuSection title={t('designer.thisIntegration')}>
            <MenuItem id="add" label={t('designer.addFlow')} icon={<Plus />} isDisabled={!isEditing} />
            <MenuItem
              id="delete"
              label={t('designer.deleteFlow', { name })}
              icon={<Trash2 />}
              isDanger
              isDisabled={!isEditing || order.length < 2}
            />
          </MenuSection>
        </Menu>
      </MenuTrigger>
      <AlertDialog
        title={t('designer.deleteFlow', { name })}
        isOpen={isAsking}
        onOpenChange={setAsking}
        confirmLabel={t('common.delete')}
        isDanger
        onConfirm={() => {
          setAsking(false)
          edit(planDeleteFlow(store.getState().doc, flow))
        }}
      >
        <p className="text-pretty">{t('designer.deleteFlowWhy')}</p>
        {callers > 0 && <p className="mt-2 text-pretty">{t('designer.deleteFlowCalls', { count: callers })}</p>}
      </AlertDialog>
    </>
  )
}
