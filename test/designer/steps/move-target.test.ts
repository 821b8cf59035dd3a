import type { IntegrationDoc } from '#domain'
import { applyAll, planMoveSteps } from '#operations'
import { describe, expect, it } from 'vitest'
import { moveTarget, type MoveDirection } from '../../../src/designer/steps/move-target.ts'
import { accepted } from '../../fixtures/accepted.ts'
import { arm, branch, flowOf, http, log, loopTimes, outlineOf, stepId } from '../../fixtures/doc-builder.ts'

const doc = flowOf(http('One'), branch('Check', arm('Yes', log('Tell'))), http('Two'), loopTimes('Each', 2, log('In')))

const moved = (name: string, direction: MoveDirection, from: IntegrationDoc = doc) => {
  const gap = moveTarget(from, stepId(name), direction)
  return gap && outlineOf(accepted(applyAll(from, planMoveSteps(from, [stepId(name)], gap))))
}
const check = ['Check', { Yes: ['Tell'], otherwise: [] }] as const
const each = ['Each', { body: ['In'] }] as const

describe('moveTarget', () => {
  it('moves up and down among its siblings', () => {
    expect(moved('Two', 'up')).toEqual(['One', 'Two', check, each])
    expect(moved('One', 'down')).toEqual([check, 'One', 'Two', each])
  })

  it('moves out of an arm, behind the step it was in', () => {
    expect(moved('Tell', 'out')).toEqual(['One', ['Check', { Yes: [], otherwise: [] }], 'Tell', 'Two', each])
  })

  it('moves into the first arm of the step above, else to the start of the step below', () => {
    expect(moved('Two', 'into')).toEqual(['One', ['Check', { Yes: ['Tell', 'Two'], otherwise: [] }], each])
    expect(moved('One', 'into')).toEqual([['Check', { Yes: ['One', 'Tell'], otherwise: [] }], 'Two', each])
  })

  it('stays at the ends, and at the top of a flow', () => {
    expect(moved('One', 'up')).toBeUndefined()
    expect(moved('Each', 'down')).toBeUndefined()
    expect(moved('One', 'out')).toBeUndefined()
    expect(moved('In', 'into')).toBeUndefined()
    expect(moved('Main trigger', 'down')).toBeUndefined()
  })
})
