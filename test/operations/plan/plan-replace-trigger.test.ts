import { createBuiltinCatalog } from '#connectors'
import { literal, type StepOf } from '#domain'
import { applyAll, planReplaceTrigger } from '#operations'
import { expect, it } from 'vitest'
import { accepted } from '../../fixtures/accepted.ts'
import {
  arm,
  docOf,
  flow,
  flowId,
  flowOf,
  log,
  outlineOf,
  ref,
  slot,
  slotId,
  stepId,
} from '../../fixtures/doc-builder.ts'
import { sequentialIds } from '../../fixtures/sequential-ids.ts'

const core = createBuiltinCatalog().connector('core')!
const webhook = {
  createId: sequentialIds(),
  connector: core,
  spec: core.triggers.find(({ key }) => key === 'webhook')!,
  name: 'Webhook',
}
const trigger = stepId('Main trigger')

it('X03 starts the flow in another way while every reference to its trigger stays good', () => {
  const doc = flowOf(log('Say', ref('Main trigger', 'body')))
  const next = accepted(applyAll(doc, planReplaceTrigger(doc, flowId('Main'), webhook)))
  expect(next.steps[trigger]).toMatchObject({ kind: 'trigger', trigger: 'webhook', name: 'Webhook' })
  expect(next.steps[stepId('Say')]).toBe(doc.steps[stepId('Say')])
})

it('keeps inputs both have, drops a slot only the old trigger used, and moves out what was in its arms', () => {
  const base = docOf({ flows: [flow('Main', log('Say'))], slots: [slot('Old', 'other', 'x')] })
  const old = base.steps[trigger] as StepOf<'trigger'>
  const inArm = log('In arm').step
  const doc = {
    ...base,
    steps: {
      ...base.steps,
      [inArm.id]: inArm,
      [trigger]: {
        ...old,
        slot: slotId('Old'),
        inputs: { path: literal('/x'), gone: literal(1) },
        arms: [arm('Left', log('In arm')).arm],
      },
    },
  }
  const [path] = [
    { key: 'path', label: 'Path', type: 'text', required: false, repeatable: false, advanced: false },
  ] as const
  const spec = { ...webhook.spec, inputs: [path] }
  const next = accepted(applyAll(doc, planReplaceTrigger(doc, flowId('Main'), { ...webhook, spec })))
  expect(next.steps[trigger]).toMatchObject({ inputs: { path: literal('/x') }, slot: null, arms: [] })
  expect(next.slots).toEqual({})
  expect(outlineOf(next)).toEqual(['In arm', 'Say'])
})
