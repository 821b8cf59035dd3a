import { specOf, type FlowId, type StepId } from '#domain'
import { useTranslation } from '#texts'
import { Button, Select } from '#ui'
import { usePorts, useWorkbench, useWorkspace } from '#workbench'
import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useIsReadOnly } from '../use-step.ts'
import { PayloadEditor } from './payload-editor.tsx'

const SAMPLE = 'sample'

/** The saved examples of what starts a flow; the chosen one is what a test run starts with. */
export function PayloadList({ flow, stepId }: { readonly flow: FlowId; readonly stepId: StepId }) {
  const { t } = useTranslation()
  const { environment } = usePorts()
  const catalog = useWorkspace((state) => state.catalog)
  const isReadOnly = useIsReadOnly()
  const all = useWorkbench((state) => state.payloads)
  const chosen = useWorkbench((state) => state.payload)
  const savePayload = useWorkbench((state) => state.savePayload)
  const choosePayload = useWorkbench((state) => state.choosePayload)
  const sample = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return (step && specOf(catalog, step)?.sample) ?? {}
  })
  const payloads = useMemo(
    () => all.filter((payload) => payload.flow === flow).toSorted((a, b) => a.name.localeCompare(b.name)),
    [all, flow],
  )
  const open = payloads.find(({ id }) => id === chosen)
  const add = () =>
    savePayload({
      id: environment.createId('load'),
      flow,
      name: t('inspector.trigger.newName', { row: payloads.length + 1 }),
      value: sample,
      draft: null,
    })
  return (
    <section aria-label={t('inspector.trigger.payloads')} className="flex flex-col gap-2">
      <Select
        label={t('inspector.trigger.choose')}
        description={t('inspector.trigger.payloadsHelp')}
        value={open?.id ?? SAMPLE}
        onChange={(id) => choosePayload(id === SAMPLE ? null : id)}
        choices={[
          { id: SAMPLE, label: t('inspector.trigger.empty') },
          ...payloads.map(({ id, name }) => ({ id, label: name })),
        ]}
      />
      {open && <PayloadEditor key={open.id} payload={open} stepId={stepId} />}
      {!isReadOnly && (
        <Button size="sm" className="self-start" icon={<Plus />} onPress={add}>
          {t('inspector.trigger.add')}
        </Button>
      )}
    </section>
  )
}
