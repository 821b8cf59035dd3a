import { literal } from '#domain'
import { redo, undo } from '#operations'
import { expect, it } from 'vitest'
import { flowOf, log, stepId } from '../../fixtures/doc-builder.ts'
import { editSession } from '../../fixtures/edit-session.ts'

const start = flowOf(log('Say'))
const session = editSession(start)
session.edit([{ type: 'step/update', id: stepId('Say'), changes: { name: 'Tell' } }])
session.edit([{ type: 'step/set-input', id: stepId('Say'), input: 'message', value: literal('x') }])
const elsewhere = flowOf({ step: { ...log('Say').step, description: 'edited elsewhere' }, inside: [] })

it('H6 cuts the history where an entry does not fit the document, and leaves the document alone', () => {
  const step = undo(session.history(), elsewhere)!
  expect(step).toMatchObject({ doc: elsewhere, entry: null, history: { done: [] } })
  const undone = undo(session.history(), session.doc())!
  expect(redo(undone.history, elsewhere)).toMatchObject({ doc: elsewhere, entry: null, history: { undone: [] } })
  expect(undone.history.done).toHaveLength(1)
})

it('H6 has nothing to do on an empty history', () => {
  expect(undo({ done: [], undone: [] }, start)).toBeUndefined()
  expect(redo({ done: [], undone: [] }, start)).toBeUndefined()
})
