import { orderedSteps, stepsOfFlow } from '#domain'
import { expect, it } from 'vitest'
import { arm, branch, docOf, flow, flowId, handled, http, log, loop, ref } from '../fixtures/doc-builder.ts'

it('lists the steps of a flow as they are drawn, the same list for the same tree', () => {
  const doc = docOf({
    flows: [
      flow('One', http('A'), branch('B', arm('Yes', log('C'), loop('D', ref('A'), log('E'))), arm('No', log('F')))),
      flow('Two', handled(http('G'), log('H')), log('I')),
    ],
  })
  for (const id of doc.flowOrder) expect(orderedSteps(doc, id)).toEqual(stepsOfFlow(doc, id))
  expect(orderedSteps(doc, flowId('Two'))).toHaveLength(4)
  expect(orderedSteps(doc, flowId('One'))).toBe(orderedSteps(doc, flowId('One')))
  expect(orderedSteps(doc, flowId('Gone'))).toEqual([])
})
