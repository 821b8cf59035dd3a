import { applyOperation } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../../fixtures/accepted.ts'
import {
  arm,
  branch,
  flowOf,
  http,
  inArm,
  inFlow,
  log,
  loop,
  outlineOf,
  ref,
  stepId,
} from '../../fixtures/doc-builder.ts'

const doc = flowOf(http('Get'), branch('If', arm('Yes', log('A'))), loop('Each', ref('Get'), log('B'), log('C')))
const move = (name: string, to: ReturnType<typeof inFlow> | ReturnType<typeof inArm>) =>
  applyOperation(doc, { type: 'step/move', id: stepId(name), to })

describe('step/move', () => {
  it('S4 moves a step with what is inside it, and counts after it has been lifted out', () => {
    expect(outlineOf(accepted(move('Each', inArm('If', 'Yes', 1))))).toEqual([
      'Get',
      ['If', { Yes: ['A', ['Each', { body: ['B', 'C'] }]], otherwise: [] }],
    ])
    expect(outlineOf(accepted(move('B', inArm('Each', 'body', 1))))[2]).toEqual(['Each', { body: ['C', 'B'] }])
    expect(outlineOf(accepted(move('B', inFlow(3))))[3]).toBe('B')
  })

  it('S4 gives back the very same document where the step is already', () => {
    expect(accepted(move('C', inArm('Each', 'body', 1)))).toBe(doc)
  })

  it.each([
    ['into itself', move('Each', inArm('Each', 'body')), 'move-into-itself'],
    ['into what is inside it', move('If', inArm('If', 'otherwise')), 'move-into-itself'],
    ['the trigger', move('Main trigger', inFlow(0)), 'trigger-fixed'],
    ['what is not there', move('Gone', inFlow(0)), 'step-not-found'],
    ['to a place that is not there', move('A', inArm('If', 'No')), 'place-not-found'],
    ['past the end, counted without itself', move('Get', inFlow(3)), 'index-out-of-range'],
  ])('S4 refuses to move %s', (_what, result, code) => {
    expect(refused(result).code).toBe(code)
  })
})
