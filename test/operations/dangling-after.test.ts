import { danglingAfter } from '#operations'
import { describe, expect, it } from 'vitest'
import { arm, branch, flowOf, http, inArm, inFlow, log, ref, stepId } from '../fixtures/doc-builder.ts'

const doc = flowOf(
  http('Get'),
  branch('If', arm('Yes', log('In', ref('Get')))),
  log('Say', ref('Get', 'body')),
  log('Broken', ref('Gone')),
)
const brokenBy = (op: Parameters<typeof danglingAfter>[1][number]) =>
  danglingAfter(doc, [op]).map(({ step }) => doc.steps[step]!.name)

describe('danglingAfter', () => {
  it('X03 names what a delete would break, and nothing that was broken before', () => {
    expect(brokenBy({ type: 'step/delete', id: stepId('Get') })).toEqual(['In', 'Say'])
  })

  it('X03 names what a move would break', () => {
    expect(brokenBy({ type: 'step/move', id: stepId('Get'), to: inFlow(1) })).toEqual(['In'])
    expect(brokenBy({ type: 'step/move', id: stepId('Get'), to: inArm('If', 'Yes', 0) })).toEqual(['Say'])
    expect(brokenBy({ type: 'step/move', id: stepId('In'), to: inFlow(0) })).toEqual(['In'])
  })

  it('names nothing for what breaks nothing, or is refused anyway', () => {
    expect(brokenBy({ type: 'step/move', id: stepId('Say'), to: inFlow(1) })).toEqual([])
    expect(brokenBy({ type: 'step/update', id: stepId('Get'), changes: { name: 'New name' } })).toEqual([])
    expect(brokenBy({ type: 'step/delete', id: stepId('Main trigger') })).toEqual([])
  })
})
