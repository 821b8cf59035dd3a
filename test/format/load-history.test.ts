import { literal, type EditHistory } from '#domain'
import { loadHistory } from '#format'
import { describe, expect, it } from 'vitest'
import { flowOf, http, inFlow, log, stepId } from '../fixtures/doc-builder.ts'
import { editSession } from '../fixtures/edit-session.ts'

const session = editSession(flowOf(http('Get'), log('Say')))
session.edit([{ type: 'step/update', id: stepId('Say'), changes: { name: 'Tell' } }])
session.edit([{ type: 'step/delete', id: stepId('Get') }])
session.edit([{ type: 'step/set-input', id: stepId('Say'), input: 'message', value: literal('x') }])
session.edit([{ type: 'step/update', id: stepId('Say'), changes: { description: 'last' } }])
session.undo()
const doc = session.doc()
const history = session.history()
const stored = () => structuredClone(history)
const sizes = ({ done, undone }: EditHistory) => [done.length, undone.length]

describe('loadHistory', () => {
  it('X01 gives back what was stored', () => {
    expect(sizes(history)).toEqual([3, 1])
    expect(loadHistory(stored(), doc)).toEqual(history)
  })

  it.each([null, 'text', {}, { done: 7 }, { done: [null], undone: ['x'] }])('gives none for %j', (raw) => {
    expect(sizes(loadHistory(raw, doc))).toEqual([0, 0])
  })

  it('cuts before an entry that does not fit, and keeps what is nearer to the document', () => {
    const raw = stored()
    const [, deletion] = raw.done
    const change = deletion!.diff.find(({ id }) => id === stepId('Get'))!
    raw.done[0]!.diff[0]!.after = { ...(change.before as object), id: stepId('Say') } as never
    expect(sizes(loadHistory(raw, doc))).toEqual([2, 1])
  })

  it('cuts before an entry that would bring in what is no record', () => {
    const raw = stored()
    const change = raw.done[1]!.diff.find(({ id }) => id === stepId('Get'))!
    change.before = { ...(change.before as object), kind: 'nonsense' } as never
    expect(sizes(loadHistory(raw, doc))).toEqual([1, 1])
  })

  it('cuts before an entry that would break the document, though its records are good', () => {
    const raw = stored()
    const deletion = raw.done[1]!
    raw.done[1] = { ...deletion, diff: deletion.diff.filter(({ table }) => table !== 'flows') }
    expect(sizes(loadHistory(raw, doc))).toEqual([1, 1])
  })

  it('refuses a record under another id', () => {
    const raw = stored()
    raw.undone[0]!.diff[0]!.after = { ...(raw.undone[0]!.diff[0]!.after as object), id: stepId('Else') } as never
    expect(sizes(loadHistory(raw, doc))).toEqual([3, 0])
  })

  it('does not fit another document', () => {
    expect(sizes(loadHistory(stored(), flowOf(log('Say'))))).toEqual([0, 0])
  })

  it('lets the same session go on', () => {
    const loaded = loadHistory(stored(), doc)
    expect(loaded.done.map(({ label }) => label.params['name'])).toEqual(['Tell', 'Get', 'Tell'])
    expect(inFlow(0).index).toBe(0)
  })
})
