import { createBuiltinCatalog } from '#connectors'
import { checkStructure, EMPTY_WORKSPACE, IntegrationDoc, literal, validate } from '#domain'
import { applyOperation, check, CONTROL_KINDS, newActionStep, newControlStep, newIntegration } from '#operations'
import { createId } from '#base'
import { describe, expect, it } from 'vitest'
import { accepted } from '../../fixtures/accepted.ts'
import { sequentialIds } from '../../fixtures/sequential-ids.ts'

const catalog = createBuiltinCatalog()
const created = newIntegration({ createId, name: 'Mine', flowName: 'Flow 1', triggerName: 'Start' })
const atStart = { place: { flow: created.flowOrder[0]! }, index: 0 }

describe('newIntegration', () => {
  it('has one flow that is started by hand, and nothing wrong with it', () => {
    expect(IntegrationDoc.safeParse(created).success).toBe(true)
    expect(checkStructure(created)).toEqual([])
    expect(validate(created, EMPTY_WORKSPACE, catalog)).toEqual([])
    expect(Object.values(created.flows)).toMatchObject([{ name: 'Flow 1', body: [] }])
  })
})

describe('new steps', () => {
  it.each(CONTROL_KINDS)('%s can be added as it is made', (kind) => {
    const step = newControlStep(kind, { createId, name: kind, armName: (index) => `Arm ${index + 1}` })
    const next = accepted(applyOperation(created, { type: 'step/add', steps: [step], to: atStart }))
    expect(IntegrationDoc.safeParse(next).success).toBe(true)
    expect(checkStructure(next)).toEqual([])
  })

  it('a branch has one arm and otherwise, parallel two lanes, a loop its body', () => {
    const armsOf = (kind: 'branch' | 'parallel' | 'loop') =>
      newControlStep(kind, { createId: sequentialIds(), name: '', armName: (index) => `Arm ${index + 1}` }).arms.map(
        ({ id, name }) => name || id,
      )
    expect(armsOf('branch')).toEqual(['Arm 1', 'otherwise'])
    expect(armsOf('parallel')).toEqual(['Arm 1', 'Arm 2'])
    expect(armsOf('loop')).toEqual(['body'])
  })

  it('an action has the defaults of its inputs, and its connector’s arms', () => {
    const connector = catalog.connector('http')!
    const spec = { ...connector.actions[0]!, arms: [{ id: 'found', name: 'label.found' }] }
    const step = newActionStep({ createId, connector, spec, name: 'Send', text: (label) => `<${label}>` })
    expect(step).toMatchObject({
      slot: null,
      inputs: { method: literal('GET') },
      arms: [{ id: 'arm_found', name: '<label.found>' }],
    })
    expect(step.inputs).not.toHaveProperty('url')
    expect(applyOperation(created, { type: 'step/add', steps: [step], to: atStart }).ok).toBe(true)
  })
})

describe('check', () => {
  it('OP4 refuses everything where nothing may be edited, and otherwise what applying refuses', () => {
    const rename = { type: 'integration/rename', name: 'New' } as const
    expect(check(created, rename)).toBeUndefined()
    expect(check(created, rename, { readOnly: true })).toMatchObject({ code: 'read-only' })
    expect(check(created, { ...rename, name: '\uDC00' })).toMatchObject({ code: 'content-half-character' })
  })
})
