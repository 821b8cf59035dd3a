import { childrenOf } from '#domain'
import { applyAll, planMoveSteps } from '#operations'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropPoints, dropTarget } from '../../../../src/designer/canvas/drop/drop-points.ts'
import { layoutFlow } from '../../../../src/designer/canvas/layout/layout-flow.ts'
import { gapKey } from '../../../../src/designer/steps/gap-key.ts'
import { arm, branch, flowId, flowOf, http, log, loopTimes, stepId, stepsOf } from '../../../fixtures/doc-builder.ts'

const doc = flowOf(http('One'), loopTimes('Each', 2, branch('Check', arm('Yes', log('Tell')))), http('Two'))
const layout = layoutFlow(doc, flowId('Main'), { collapsed: new Set(), hasChip: () => false })
const pointsFor = (...names: string[]) => dropPoints(doc, layout, { steps: names.map(stepId) })
const keyOf = (step: string, armName: string, index: number) =>
  gapKey({ step: stepId(step), arm: armName as never }, index)

describe('dropPoints', () => {
  it('C5 offers every gap of the flow to something new', () => {
    const points = dropPoints(doc, layout, {
      addTo: (place) => ({ type: 'step/add', steps: stepsOf(http('New')), to: { place, index: 0 } }),
    })
    expect(points).toHaveLength(layout.edges.filter(({ insert }) => insert).length)
    expect(points.every(({ isAllowed }) => isAllowed)).toBe(true)
  })

  it('greys out the inside of the step that is dragged, however deep', () => {
    const refused = pointsFor('Each').filter(({ isAllowed }) => !isAllowed)
    expect(refused.map(({ key }) => key)).toContain(keyOf('Each', 'body', 0))
    expect(refused.map(({ key }) => key)).toContain(keyOf('Check', 'otherwise', 0))
    expect(refused.every(({ place }) => 'step' in place)).toBe(true)
  })

  it('leaves out the gaps beside a step that is dragged alone', () => {
    const keys = pointsFor('One').map(({ key }) => key)
    expect(keys).not.toContain(gapKey({ flow: flowId('Main') }, 0))
    expect(keys).not.toContain(gapKey({ flow: flowId('Main') }, 1))
    expect(keys).toContain(gapKey({ flow: flowId('Main') }, 2))
  })

  it('allows only gaps where moving is not refused, whatever is selected', () => {
    const names = ['One', 'Each', 'Check', 'Tell', 'Two'] as const
    fc.assert(
      fc.property(fc.subarray([...names], { minLength: 1 }), (chosen) => {
        const steps = chosen.map(stepId)
        const allowed = dropPoints(doc, layout, { steps }).filter(({ isAllowed }) => isAllowed)
        const refused = allowed.filter(
          ({ place, index }) => !applyAll(doc, planMoveSteps(doc, steps, { place, index })).ok,
        )
        expect(refused).toEqual([])
      }),
    )
  })
})

describe('dropTarget', () => {
  const points = pointsFor('Tell')
  const gap = points.find(({ key }) => key === gapKey({ flow: flowId('Main') }, 0))!

  it('takes the nearest allowed gap within reach', () => {
    expect(dropTarget(points, { x: gap.x + 20, y: gap.y + 5 }, 1)?.key).toBe(gap.key)
  })

  it('reaches as far on the page at every scale', () => {
    const far = { x: gap.x, y: gap.y - 150 }
    expect(dropTarget(points, far, 1)?.key).not.toBe(gap.key)
    expect(dropTarget(points, far, 0.5)?.key).toBe(gap.key)
  })

  it('appends to the flow on the empty canvas', () => {
    const { place, index } = dropTarget(points, { x: 5000, y: -800 }, 1)!
    expect({ place, index }).toEqual({
      place: { flow: flowId('Main') },
      index: childrenOf(doc, { flow: flowId('Main') }).length,
    })
  })

  it('C5 leaves the last step of the flow where it is, dropped on the empty canvas', () => {
    expect(dropTarget(pointsFor('Two'), { x: 5000, y: -800 }, 1)).toBeUndefined()
  })

  it('drops nowhere over gaps that all refuse', () => {
    const inside = pointsFor('Each').find(({ key }) => key === keyOf('Check', 'otherwise', 0))!
    expect(dropTarget(pointsFor('Each'), inside, 1)).toBeUndefined()
  })
})
