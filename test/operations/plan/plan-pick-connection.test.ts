import type { IntegrationDoc, StableKey } from '#domain'
import { applyAll, planClearConnection, planPickConnection } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted } from '../../fixtures/accepted.ts'
import { arm, branch, docOf, flow, http, slot, slotId, stepId } from '../../fixtures/doc-builder.ts'
import { sequentialIds } from '../../fixtures/sequential-ids.ts'

const key = (text: string) => text as StableKey

/** The document after a step was given a connection of the HTTP connector. */
function pick(doc: IntegrationDoc, step: string, connection: string, connectorName = 'HTTP'): IntegrationDoc {
  const operations = planPickConnection(doc, {
    step: stepId(step),
    connection: { stableKey: key(connection), connector: 'http' },
    connectorName,
    createId: sequentialIds(),
  })
  return accepted(applyAll(doc, operations))
}

const slotOf = (doc: IntegrationDoc, step: string) => {
  const record = doc.steps[stepId(step)]!
  return record.kind === 'action' && record.slot ? doc.slots[record.slot] : undefined
}
const slotNames = (doc: IntegrationDoc) => Object.values(doc.slots).map(({ name }) => name)

describe('planPickConnection', () => {
  it('P16 makes a slot named after the connector for a connection no slot holds', () => {
    const doc = pick(docOf({ flows: [flow('Main', http('Get'))] }), 'Get', 'shop')
    expect(slotOf(doc, 'Get')).toMatchObject({ name: 'HTTP', connector: 'http', connection: 'shop', required: true })
  })

  it('numbers the name when a slot has it already', () => {
    const doc = docOf({
      flows: [flow('Main', http('Get'), http('Send', { slot: 'HTTP' }))],
      slots: [slot('HTTP', 'http', 'other')],
    })
    expect(slotOf(pick(doc, 'Get', 'shop'), 'Get')?.name).toBe('HTTP 2')
  })

  it('joins the slot with the connection that this flow used last', () => {
    const doc = docOf({
      flows: [
        flow('Main', http('Get', { slot: 'B' }), branch('If', arm('Yes', http('In', { slot: 'A' }))), http('New')),
        flow('Other', http('Else', { slot: 'B' })),
      ],
      slots: [slot('A', 'http', 'shop'), slot('B', 'http', 'shop')],
    })
    expect(slotOf(pick(doc, 'New', 'shop'), 'New')?.id).toBe(slotId('A'))
    expect(slotNames(pick(doc, 'New', 'shop'))).toEqual(['A', 'B'])
  })

  it('joins a slot of another flow when this flow uses none', () => {
    const doc = docOf({
      flows: [flow('Main', http('New')), flow('Other', http('Else', { slot: 'B' }))],
      slots: [slot('B', 'http', 'shop')],
    })
    expect(slotOf(pick(doc, 'New', 'shop'), 'New')?.id).toBe(slotId('B'))
  })

  it('P18 switches one step and leaves every other step alone', () => {
    const doc = docOf({
      flows: [flow('Main', http('Get', { slot: 'HTTP' }), http('Send', { slot: 'HTTP' }))],
      slots: [slot('HTTP', 'http', 'shop')],
    })
    const next = pick(doc, 'Get', 'sandbox')
    expect(slotOf(next, 'Get')?.connection).toBe('sandbox')
    expect(next.steps[stepId('Send')]).toBe(doc.steps[stepId('Send')])
    expect(slotOf(next, 'Send')?.connection).toBe('shop')
  })

  it('takes the slot away that nothing names any more, and gives its name on', () => {
    const doc = docOf({ flows: [flow('Main', http('Get', { slot: 'HTTP' }))], slots: [slot('HTTP', 'http', 'shop')] })
    const next = pick(doc, 'Get', 'sandbox')
    expect(slotNames(next)).toEqual(['HTTP'])
    expect(slotOf(next, 'Get')?.connection).toBe('sandbox')
  })

  it('keeps a slot that a wizard page asks for', () => {
    const doc = docOf({ flows: [flow('Main', http('Get', { slot: 'HTTP' }))], slots: [slot('HTTP', 'http', 'shop')] })
    const page = {
      id: 'page_abc123',
      name: '',
      tagline: '',
      elements: [{ kind: 'slot' as const, slot: slotId('HTTP') }],
    }
    const asked = { ...doc, pages: { page_abc123: page }, pageOrder: ['page_abc123'] } as unknown as IntegrationDoc
    expect(slotNames(pick(asked, 'Get', 'sandbox'))).toEqual(['HTTP', 'HTTP 2'])
    expect(slotNames(accepted(applyAll(asked, planClearConnection(asked, stepId('Get')))))).toEqual(['HTTP'])
  })

  it('does nothing when the step uses that connection already', () => {
    const doc = docOf({ flows: [flow('Main', http('Get', { slot: 'HTTP' }))], slots: [slot('HTTP', 'http', 'shop')] })
    expect(pick(doc, 'Get', 'shop')).toBe(doc)
  })
})

describe('planClearConnection', () => {
  it('takes the connection from the step, and the slot when it was its only one', () => {
    const doc = docOf({
      flows: [flow('Main', http('Get', { slot: 'A' }), http('Send', { slot: 'A' }), http('Bare'))],
      slots: [slot('A', 'http', 'shop')],
    })
    const once = accepted(applyAll(doc, planClearConnection(doc, stepId('Get'))))
    expect([slotOf(once, 'Get'), slotNames(once)]).toEqual([undefined, ['A']])
    expect(slotNames(accepted(applyAll(once, planClearConnection(once, stepId('Send')))))).toEqual([])
    expect(planClearConnection(doc, stepId('Bare'))).toEqual([])
  })
})
