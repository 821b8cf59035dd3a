import type { IntegrationDoc, StepOf } from '#domain'
import { applyOperation, newFlow, newManualTrigger, uniqueFlowName, uniqueStepName, type Operation } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../fixtures/accepted.ts'
import { callFlow, docOf, flow, flowId, log, slot, slotId, http, ref, stepId, manual } from '../fixtures/doc-builder.ts'
import { sequentialIds } from '../fixtures/sequential-ids.ts'

const doc = docOf({
  flows: [
    flow('Main', callFlow('Call', 'Other')),
    flow('Other', log('Say', ref('Other trigger'))),
    flow('Third', http('Get', { slot: 'A' })),
  ],
  slots: [slot('A', 'http', 'a')],
})
const created = newFlow({
  createId: sequentialIds(),
  name: 'New',
  trigger: newManualTrigger(sequentialIds('start'), 'Start'),
})
const after = (op: Operation, of: IntegrationDoc = doc) => accepted(applyOperation(of, op))
const codeOf = (op: Operation, of: IntegrationDoc = doc) => refused(applyOperation(of, op)).code
const namesOf = (of: IntegrationDoc) => of.flowOrder.map((id) => of.flows[id]!.name)

describe('flows', () => {
  it('F1 are added with their trigger, at a place in the order', () => {
    expect(namesOf(after({ type: 'flow/add', ...created, index: 1 }))).toEqual(['Main', 'New', 'Other', 'Third'])
    expect(codeOf({ type: 'flow/add', ...created, index: 4 })).toBe('index-out-of-range')
    expect(codeOf({ type: 'flow/add', flow: created.flow, steps: [], index: 0 })).toBe('steps-incomplete')
    expect(
      codeOf({ type: 'flow/add', flow: { ...created.flow, id: flowId('Main') }, steps: created.steps, index: 0 }),
    ).toBe('id-taken')
  })

  it('F1 are ordered, and the last one stays', () => {
    expect(namesOf(after({ type: 'flow/move', id: flowId('Main'), index: 2 }))).toEqual(['Other', 'Third', 'Main'])
    expect(codeOf({ type: 'flow/move', id: flowId('Main'), index: 3 })).toBe('index-out-of-range')
    const alone = docOf({ flows: [flow('Main')] })
    expect(codeOf({ type: 'flow/delete', id: flowId('Main') }, alone)).toBe('last-flow')
  })

  it('F2 go with their steps, notes and places in the wizard; calls of them stay', () => {
    const page = {
      id: 'page_abc123',
      name: '',
      tagline: '',
      elements: [
        { kind: 'trigger-details', flow: flowId('Other') },
        { kind: 'text', markdown: 'kept' },
      ],
    }
    const notes = {
      note_onflow: { id: 'note_onflow', text: '', anchor: { kind: 'flow', flow: flowId('Other') } },
      note_onstep: { id: 'note_onstep', text: '', anchor: { kind: 'step', step: stepId('Say') } },
      note_onmain: { id: 'note_onmain', text: '', anchor: { kind: 'flow', flow: flowId('Main') } },
    }
    const rich = {
      ...doc,
      notes,
      pages: { page_abc123: page },
      pageOrder: ['page_abc123'],
    } as unknown as IntegrationDoc
    const next = after({ type: 'flow/delete', id: flowId('Other') }, rich)
    expect(Object.keys(next.notes)).toEqual(['note_onmain'])
    expect(next.pages).toMatchObject({ page_abc123: { elements: [{ kind: 'text' }] } })
    expect(next.steps).not.toHaveProperty(stepId('Say'))
    expect(next.steps[stepId('Call')]).toBe(doc.steps[stepId('Call')])
  })

  it('get names that are free', () => {
    expect(uniqueFlowName(doc, 'Main')).toBe('Main 2')
    expect(uniqueFlowName(doc, 'Free')).toBe('Free')
    const many = docOf({ flows: [flow('Main', log('Send request'), log('Send request 2'))] })
    expect(uniqueStepName(many, flowId('Main'), 'Send request')).toBe('Send request 3')
    expect(uniqueStepName(many, flowId('Main'), 'Send request 2')).toBe('Send request 3')
  })
})

describe('trigger/replace', () => {
  it('T1 lets references and notes follow to the new trigger', () => {
    const notes = {
      note_onstep: { id: 'note_onstep', text: '', anchor: { kind: 'step', step: stepId('Other trigger') } },
    }
    const noted = { ...doc, notes } as unknown as IntegrationDoc
    const next = after({ type: 'trigger/replace', flow: flowId('Other'), trigger: manual('Fresh') }, noted)
    expect(next.flows[flowId('Other')]!.trigger).toBe(stepId('Fresh'))
    expect(next.steps).not.toHaveProperty(stepId('Other trigger'))
    expect(next.steps[stepId('Say')]).toMatchObject({ inputs: { message: { step: stepId('Fresh') } } })
    expect(next.notes).toMatchObject({ note_onstep: { anchor: { step: stepId('Fresh') } } })
  })

  it('T1 refuses a taken id, a slot that is not there and steps that were not the old one’s', () => {
    const replace = (trigger: StepOf<'trigger'>): Operation => ({
      type: 'trigger/replace',
      flow: flowId('Other'),
      trigger,
    })
    expect(codeOf(replace(manual('Say')))).toBe('id-taken')
    expect(codeOf(replace({ ...manual('Fresh'), slot: slotId('Gone') }))).toBe('slot-not-found')
    const stolen = { id: 'arm_left' as never, name: '', body: [stepId('Say')] }
    expect(codeOf(replace({ ...manual('Fresh'), arms: [stolen] }))).toBe('steps-incomplete')
  })
})

describe('slots', () => {
  it('L1 are deleted only when nothing names them', () => {
    expect(codeOf({ type: 'slot/delete', id: slotId('A') })).toBe('slot-in-use')
    const free = after({ type: 'step/set-slot', id: stepId('Get'), slot: null })
    expect(after({ type: 'slot/delete', id: slotId('A') }, free).slots).toEqual({})
    const page = { id: 'page_abc123', name: '', tagline: '', elements: [{ kind: 'slot', slot: slotId('A') }] }
    const asked = { ...free, pages: { page_abc123: page }, pageOrder: ['page_abc123'] } as unknown as IntegrationDoc
    expect(codeOf({ type: 'slot/delete', id: slotId('A') }, asked)).toBe('slot-in-use')
  })

  it('L1 hold another connection for every step at once', () => {
    const next = after({ type: 'slot/bind', id: slotId('A'), connection: 'b' as never })
    expect(next.slots[slotId('A')]).toMatchObject({ connection: 'b', name: 'A' })
    expect(next.steps).toBe(doc.steps)
    expect(after({ type: 'slot/bind', id: slotId('A'), connection: 'a' as never })).toBe(doc)
    expect(codeOf({ type: 'slot/add', slot: slot('A', 'http') })).toBe('id-taken')
  })
})
