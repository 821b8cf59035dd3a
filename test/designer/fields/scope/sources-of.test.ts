import { builtinConnectors } from '#connectors'
import { createCatalog, literal, type IntegrationDoc, type StepId } from '#domain'
import { describe, expect, it } from 'vitest'
import type { Json } from '#base'
import { sourcesOf } from '../../../../src/designer/fields/scope/sources-of.ts'
import { arm, branch, flowId, flowOf, http, log, loop, loopTimes, ref, stepId } from '../../../fixtures/doc-builder.ts'

const catalog = createCatalog(builtinConnectors)

function sourcesIn(doc: IntegrationDoc, step: string, pins: Readonly<Record<StepId, Json>> = {}) {
  return sourcesOf({ doc, catalog, run: null, pins, payloads: [], payload: null }, stepId(step))
}

describe('what may be referred to', () => {
  it('is what ran before, nearest first, the trigger last', () => {
    const doc = flowOf(http('A'), branch('B', arm('One', log('In one')), arm('Two', log('In two'))), log('C'))
    expect(sourcesIn(doc, 'C').map(({ name }) => name)).toEqual(['B', 'A', 'Main trigger'])
    expect(sourcesIn(doc, 'In two').map(({ name }) => name)).toEqual(['A', 'Main trigger'])
  })

  it('says where each value comes from', () => {
    const doc = flowOf(http('A'), http('B'), log('C'))
    const found = sourcesIn(doc, 'C', { [stepId('A')]: { pinned: true } })
    expect(found.map(({ name, from }) => [name, from])).toEqual([
      ['B', 'sample'],
      ['A', 'pinned'],
      ['Main trigger', 'none'],
    ])
  })

  it('gives the trigger the test payload that is chosen', () => {
    const doc = flowOf(log('A'))
    const payloads = [{ id: 'load_1', flow: flowId('Main'), name: 'One', value: { a: 1 }, draft: null }]
    const known = { doc, catalog, run: null, pins: {}, payloads, payload: 'load_1' }
    expect(sourcesOf(known, stepId('A'))[0]).toMatchObject({ value: { a: 1 }, from: 'payload' })
  })

  it('inside a loop the loop is its frame, over the first of the items', () => {
    const doc = flowOf(http('A'), loop('Each', ref('A', 'list'), log('In')))
    const found = sourcesIn(doc, 'In', { [stepId('A')]: { list: ['x', 'y'] } })
    expect(found[0]).toMatchObject({
      name: 'Each',
      as: 'loop-frame',
      value: { currentItem: 'x', index: 0, isFirst: true, isLast: false },
    })
  })

  it('goes through the frames of loops around it, and of loops that count', () => {
    const inner = loop('Inner', ref('Outer', 'currentItem', 'parts'), log('In'))
    const doc = flowOf(http('A'), loop('Outer', ref('A'), inner), loopTimes('Times', 3, log('Counted')))
    const found = sourcesIn(doc, 'In', { [stepId('A')]: [{ parts: [7] }] })
    expect(found[0]?.value).toMatchObject({ currentItem: 7, isLast: true })
    expect(sourcesIn(doc, 'Counted')[0]?.value).toMatchObject({ index: 0 })
  })

  it('after a loop it is the list of its last step’s results', () => {
    const doc = flowOf(loop('Each', literal([1]), log('In')), log('After'))
    expect(sourcesIn(doc, 'After', { [stepId('In')]: 'said' })[0]).toMatchObject({ as: 'result', value: ['said'] })
  })
})
