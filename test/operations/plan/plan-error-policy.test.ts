import { checkStructure, FAIL_ON_ERROR, type ErrorPolicy } from '#domain'
import { applyAll, danglingAfter, planErrorPolicy } from '#operations'
import { expect, it } from 'vitest'
import { accepted } from '../../fixtures/accepted.ts'
import { docOf, flow, handled, http, log, outlineOf, ref, slot, stepId } from '../../fixtures/doc-builder.ts'

const doc = docOf({
  flows: [
    flow(
      'Main',
      handled(
        http('Get', { slot: 'A' }),
        http('Report', { slot: 'B' }),
        http('Tell', { slot: 'A' }),
        log('Say', ref('Report')),
      ),
      log('After', ref('Get')),
    ),
  ],
  slots: [slot('A', 'http', 'a'), slot('B', 'http', 'b'), slot('Unused', 'http')],
})
const policy = (name: ErrorPolicy['policy']): ErrorPolicy => ({ ...FAIL_ON_ERROR, policy: name })
const slotNames = (of: typeof doc) => Object.values(of.slots).map(({ name }) => name)

it('S6 takes the error arm along with its steps and the slots only they used, and breaks no reference', () => {
  const operations = planErrorPolicy(doc, stepId('Get'), policy('retry'))
  const next = accepted(applyAll(doc, operations))
  expect(outlineOf(next)).toEqual(['Get', 'After'])
  expect(slotNames(next)).toEqual(['A', 'Unused'])
  expect([checkStructure(next), danglingAfter(doc, operations)]).toEqual([[], []])
})

it('leaves arm and slots alone while the step goes on handling its failure, and brings an arm when it begins to', () => {
  const kept = planErrorPolicy(doc, stepId('Get'), { ...policy('handle'), attempts: 5 })
  expect(kept.map(({ type }) => type)).toEqual(['step/update'])
  const begun = accepted(applyAll(doc, planErrorPolicy(doc, stepId('After'), policy('handle'))))
  expect(begun.steps[stepId('After')]?.arms.map(({ id }) => id)).toEqual(['error'])
})
