import { stepsOfFlow, type StepId } from '#domain'
import { applyAll, planMoveSteps } from '#operations'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../../fixtures/accepted.ts'
import { arm, branch, flowOf, inArm, inFlow, log, loop, outlineOf, ref, stepId } from '../../fixtures/doc-builder.ts'

const row = flowOf(log('A'), log('B'), log('C'), log('D'))

const move = (doc: typeof row, names: readonly string[], gap: ReturnType<typeof inFlow> | ReturnType<typeof inArm>) =>
  outlineOf(accepted(applyAll(doc, planMoveSteps(doc, names.map(stepId), gap))))

describe('planMoveSteps', () => {
  it.each<[readonly string[], number, string]>([
    [['A'], 2, 'BACD'],
    [['A'], 4, 'BCDA'],
    [['D'], 0, 'DABC'],
    [['A', 'C'], 4, 'BDAC'],
    [['A', 'D'], 2, 'BADC'],
    [['D', 'B'], 1, 'ABDC'],
    [['B', 'C'], 0, 'BCAD'],
  ])('puts %j into gap %i: %s', (names, gap, expected) => {
    expect(move(row, names, inFlow(gap))).toEqual([...expected])
  })

  it('does nothing where the steps are already', () => {
    for (const gap of [1, 2, 3]) expect(planMoveSteps(row, [stepId('B'), stepId('C')], inFlow(gap))).toEqual([])
  })

  it('brings steps of several places together, each with what is inside it', () => {
    const doc = flowOf(log('A'), branch('If', arm('Yes', log('B'))), loop('Each', ref('A'), log('C'), log('D')))
    expect(move(doc, ['D', 'B', 'Each', 'A'], inArm('If', 'otherwise'))).toEqual([
      ['If', { Yes: [], otherwise: ['A', 'B', ['Each', { body: ['C', 'D'] }]] }],
    ])
  })

  it('is refused into itself, and changes nothing then', () => {
    const doc = flowOf(log('A'), loop('Each', ref('A'), log('B')))
    const operations = planMoveSteps(doc, [stepId('A'), stepId('Each')], inArm('Each', 'body'))
    expect(refused(applyAll(doc, operations)).code).toBe('move-into-itself')
  })

  it('keeps moved and unmoved steps in their order, the moved ones together at the gap', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F']
    const doc = flowOf(...names.map((name) => log(name)))
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), fc.nat({ max: 6 }), (moved, gap) => {
        const after = accepted(applyAll(doc, planMoveSteps(doc, moved.map(stepId), inFlow(gap))))
        const isMoved = (name: string) => moved.includes(name)
        const expected = [
          ...names.slice(0, gap).filter((name) => !isMoved(name)),
          ...moved,
          ...names.slice(gap).filter((name) => !isMoved(name)),
        ]
        const order: readonly StepId[] = stepsOfFlow(after, after.flowOrder[0]!).slice(1)
        expect(order).toEqual(expected.map(stepId))
      }),
    )
  })
})
