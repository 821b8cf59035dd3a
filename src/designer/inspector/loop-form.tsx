import { literal, type StepId } from '#domain'
import { useTranslation } from '#texts'
import { NumberField, SegmentedControl } from '#ui'
import type { FieldScope } from '../fields/scope/field-scope.ts'
import { useEdit } from '../steps/use-edit.ts'
import { useIsReadOnly, useKindField } from './use-step.ts'
import { ValueInput } from './value-input.tsx'

/** What a loop goes over, and how many rounds run at once. */
export function LoopForm({ stepId, scope }: { readonly stepId: StepId; readonly scope: FieldScope }) {
  const { t } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const edit = useEdit()
  const over = useKindField(stepId, 'loop', (step) => step.over)
  const concurrency = useKindField(stepId, 'loop', (step) => step.concurrency) ?? 1
  if (!over) return null
  const switchTo = (mode: 'items' | 'times') => {
    const empty = literal(null)
    const next = mode === 'items' ? { mode, items: empty } : { mode, times: empty }
    edit({ type: 'step/configure', id: stepId, changes: { kind: 'loop', over: next } })
  }
  return (
    <div className="flex flex-col gap-4">
      <SegmentedControl
        label={t('inspector.loop.over')}
        isDisabled={isReadOnly}
        value={over.mode}
        onChange={switchTo}
        choices={[
          { id: 'items', label: t('inspector.loop.items') },
          { id: 'times', label: t('inspector.loop.times') },
        ]}
      />
      {over.mode === 'items' ? (
        <ValueInput
          key="items"
          stepId={stepId}
          scope={scope}
          name="items"
          label={t('inspector.loop.itemsInput')}
          help={t('inspector.loop.itemsHelp')}
          type="list"
          value={over.items}
          set={(items) => ({
            type: 'step/configure',
            id: stepId,
            changes: { kind: 'loop', over: { mode: 'items', items } },
          })}
        />
      ) : (
        <ValueInput
          key="times"
          stepId={stepId}
          scope={scope}
          name="times"
          label={t('inspector.loop.timesInput')}
          type="number"
          value={over.times}
          set={(times) => ({
            type: 'step/configure',
            id: stepId,
            changes: { kind: 'loop', over: { mode: 'times', times } },
          })}
        />
      )}
      <NumberField
        label={t('inspector.loop.concurrency')}
        description={t('inspector.loop.concurrencyHelp')}
        minValue={1}
        maxValue={10}
        step={1}
        isReadOnly={isReadOnly}
        value={concurrency}
        onChange={(next) => {
          if (!Number.isNaN(next)) {
            edit({ type: 'step/configure', id: stepId, changes: { kind: 'loop', concurrency: next } })
          }
        }}
      />
    </div>
  )
}
