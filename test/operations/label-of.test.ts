import { labelOf, type Operation } from '#operations'
import { en } from '#texts'
import { describe, expect, it } from 'vitest'
import { docOf, flow, log, slot, stepId } from '../fixtures/doc-builder.ts'
import { createOperationMaker, operations } from '../fixtures/operations.ts'
import * as fc from 'fast-check'

const doc = docOf({ flows: [flow('Main', log('Say'), log('Tell'))], slots: [slot('A', 'http')] })
const words: object = en.designer.edit
const known = (key: string) => {
  const word = key.replace('designer.edit.', '')
  return word in words || `${word}_other` in words
}

describe('labelOf', () => {
  it.each<[readonly Operation[], string, object]>([
    [[{ type: 'step/delete', id: stepId('Say') }], 'deleteStep', { name: 'Say' }],
    [
      [
        { type: 'step/delete', id: stepId('Say') },
        { type: 'step/delete', id: stepId('Tell') },
      ],
      'deleteSteps',
      { count: 2 },
    ],
    [[{ type: 'step/update', id: stepId('Say'), changes: { name: 'New' } }], 'renameStep', { name: 'New' }],
    [[{ type: 'step/update', id: stepId('Say'), changes: { disabled: true } }], 'disableStep', { name: 'Say' }],
    [
      [
        { type: 'slot/add', slot: slot('B', 'http') },
        { type: 'step/set-slot', id: stepId('Say'), slot: slot('B', 'http').id },
      ],
      'pickConnection',
      { name: 'Say' },
    ],
  ])('X01 names %j', (ops, word, params) => {
    expect(labelOf(doc, ops)).toEqual({ key: `designer.edit.${word}`, params })
  })

  it('has words for every operation', () => {
    const make = createOperationMaker()
    fc.assert(
      fc.property(operations(), (drawn) => {
        for (const one of drawn) {
          const op = make(doc, one)
          expect(op === undefined || known(labelOf(doc, [op]).key)).toBe(true)
          expect(op === undefined || known(labelOf(doc, [op, op]).key)).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  }, 30_000)
})
