import { applyOperation } from '#operations'
import { describe, expect, it } from 'vitest'
import { createLayoutMemo } from '../../../../src/designer/canvas/layout/create-layout-memo.ts'
import { accepted } from '../../../fixtures/accepted.ts'
import { arm, branch, flowId, flowOf, http, inFlow, log, stepId, stepsOf } from '../../../fixtures/doc-builder.ts'

const options = { collapsed: new Set<never>(), hasChip: () => true }
const doc = flowOf(http('One'), branch('Check', arm('Yes', log('Two'))), http('Three'))

describe('createLayoutMemo', () => {
  it('gives the very same picture after an edit that changes no structure', () => {
    const layoutOf = createLayoutMemo()
    const before = layoutOf(doc, flowId('Main'), options)
    const renamed = accepted(
      applyOperation(doc, { type: 'step/update', id: stepId('One'), changes: { name: 'Renamed' } }),
    )
    expect(layoutOf(renamed, flowId('Main'), options)).toBe(before)
  })

  it('keeps the nodes and edges that stayed where they were', () => {
    const layoutOf = createLayoutMemo()
    const before = layoutOf(doc, flowId('Main'), options)
    const added = accepted(applyOperation(doc, { type: 'step/add', steps: stepsOf(http('Four')), to: inFlow(2) }))
    const after = layoutOf(added, flowId('Main'), options)
    const nodeOf = (layout: typeof before, id: string) => layout.nodes.find((node) => node.id === id)
    expect(after).not.toBe(before)
    expect(nodeOf(after, stepId('Two'))).toBe(nodeOf(before, stepId('Two')))
    expect(nodeOf(after, stepId('Three'))).not.toBe(nodeOf(before, stepId('Three')))
    expect(after.nodes.map(({ id }) => id)).toContain(stepId('Four'))
  })

  it('draws anew when a step is folded, or gets a row for its connection', () => {
    const layoutOf = createLayoutMemo()
    const before = layoutOf(doc, flowId('Main'), options)
    const folded = layoutOf(doc, flowId('Main'), { ...options, collapsed: new Set([stepId('Check')]) })
    expect(folded.steps).not.toContain(stepId('Two'))
    const bare = layoutOf(doc, flowId('Main'), { ...options, hasChip: () => false })
    expect(bare.height).toBeLessThan(before.height)
  })
})
