import { describe, expect, it } from 'vitest'
import { movePlaces } from '../../../src/designer/steps/move-places.ts'
import { arm, branch, flowId, flowOf, http, log, stepId } from '../../fixtures/doc-builder.ts'

const doc = flowOf(http('One'), branch('Check', arm('Yes', log('Tell'))), http('Two'))
const placesFor = (...names: string[]) => movePlaces(doc, flowId('Main'), names.map(stepId))

describe('movePlaces', () => {
  it('lists every gap in the order of the flow, without those beside the step', () => {
    const listed = placesFor('One').map(({ after, depth }) => [after, depth])
    expect(listed).toEqual([
      [null, 1],
      [stepId('Tell'), 1],
      [null, 1],
      [stepId('Check'), 0],
      [stepId('Two'), 0],
    ])
    expect(placesFor('One').every(({ isAllowed }) => isAllowed)).toBe(true)
  })

  it('greys out the inside of the step itself', () => {
    const refused = placesFor('Check').filter(({ isAllowed }) => !isAllowed)
    expect(refused).toHaveLength(3)
    expect(refused.every(({ position }) => 'step' in position.place)).toBe(true)
  })

  it('is empty for a flow that is not there', () => {
    expect(movePlaces(doc, flowId('Other'), [stepId('One')])).toEqual([])
  })
})
