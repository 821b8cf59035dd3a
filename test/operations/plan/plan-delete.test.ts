import { applyAll, planDeleteArm, planDeleteFlow, planDeleteSteps } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted } from '../../fixtures/accepted.ts'
import {
  arm,
  armId,
  branch,
  docOf,
  flow,
  flowId,
  http,
  log,
  loop,
  outlineOf,
  ref,
  slot,
  stepId,
} from '../../fixtures/doc-builder.ts'

const doc = docOf({
  flows: [
    flow(
      'Main',
      http('Get', { slot: 'A' }),
      branch('If', arm('Yes', http('In', { slot: 'B' }), log('Say'))),
      loop('Each', ref('Get'), http('Send', { slot: 'A' })),
    ),
    flow('Other', http('Else', { slot: 'C' })),
  ],
  slots: [slot('A', 'http', 'a'), slot('B', 'http', 'b'), slot('C', 'http', 'c'), slot('Unused', 'http')],
})
const slotNames = (of: typeof doc) => Object.values(of.slots).map(({ name }) => name)

describe('planDeleteSteps', () => {
  it('deletes a selection once, with what is inside, and the slots only it used', () => {
    const ids = [stepId('Say'), stepId('If'), stepId('In')]
    const next = accepted(applyAll(doc, planDeleteSteps(doc, ids)))
    expect(outlineOf(next)).toEqual(['Get', ['Each', { body: ['Send'] }]])
    expect(slotNames(next)).toEqual(['A', 'C', 'Unused'])
  })

  it('keeps a slot that another step still uses, and takes it with the last one', () => {
    expect(slotNames(accepted(applyAll(doc, planDeleteSteps(doc, [stepId('Get')]))))).toContain('A')
    const both = [stepId('Send'), stepId('Get')]
    expect(slotNames(accepted(applyAll(doc, planDeleteSteps(doc, both))))).not.toContain('A')
  })

  it('leaves triggers where they are', () => {
    expect(planDeleteSteps(doc, [stepId('Main trigger')])).toEqual([])
  })
})

describe('planDeleteArm and planDeleteFlow', () => {
  it('take the slots along that only they used', () => {
    const armless = accepted(applyAll(doc, planDeleteArm(doc, stepId('If'), armId('Yes'))))
    expect([outlineOf(armless)[1], slotNames(armless)]).toEqual([
      ['If', { otherwise: [] }],
      ['A', 'C', 'Unused'],
    ])
    const flowless = accepted(applyAll(doc, planDeleteFlow(doc, flowId('Other'))))
    expect([flowless.flowOrder, slotNames(flowless)]).toEqual([[flowId('Main')], ['A', 'B', 'Unused']])
  })
})
