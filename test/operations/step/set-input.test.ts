import { literal } from '#domain'
import { applyOperation } from '#operations'
import { expect, it } from 'vitest'
import { flowOf, log, stepId } from '../../fixtures/doc-builder.ts'

it.each(['toString', 'valueOf', 'hasOwnProperty'])(
  'OP2 an input that is called %s is one like any other: it can be set, and is only taken away when it is there',
  (input) => {
    const doc = flowOf(log('Tell'))
    const id = stepId('Tell')
    const inputsOf = (from: typeof doc) =>
      Object.entries(from.steps[id] && 'inputs' in from.steps[id] ? from.steps[id].inputs : {})
    expect(applyOperation(doc, { type: 'step/set-input', id, input, value: null })).toEqual({ ok: true, value: doc })
    const set = applyOperation(doc, { type: 'step/set-input', id, input, value: literal('x') })
    if (!set.ok) throw new Error(set.error.code)
    expect(inputsOf(set.value)).toContainEqual([input, literal('x')])
    const removed = applyOperation(set.value, { type: 'step/set-input', id, input, value: null })
    expect(removed.ok && inputsOf(removed.value)).toEqual(inputsOf(doc))
  },
)

it('OP2 taking away what is not there leaves the very same document', () => {
  const doc = flowOf(log('Tell'))
  const taken = applyOperation(doc, { type: 'step/set-input', id: stepId('Tell'), input: 'toString', value: null })
  expect(taken.ok && taken.value).toBe(doc)
})
