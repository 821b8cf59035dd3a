import { EditHistory, literal } from '#domain'
import { HISTORY_LIMITS, type Operation } from '#operations'
import { describe, expect, it } from 'vitest'
import { flowOf, log, stepId } from '../../fixtures/doc-builder.ts'
import { editSession } from '../../fixtures/edit-session.ts'

const start = flowOf(log('Say'), log('Other'))
const type = (text: string): readonly Operation[] => [
  { type: 'step/set-input', id: stepId('Say'), input: 'message', value: literal(text) },
]
const names = (session: ReturnType<typeof editSession>) => session.history().done.map(({ label }) => label.key)

describe('the history', () => {
  it('H1 makes one entry of a burst of typing, and two when there was a pause', () => {
    const session = editSession(start)
    session.edit(type('h'), { at: 1000, mergeKey: 'say' })
    session.edit(type('ho'), { at: 2900, mergeKey: 'say' })
    session.edit(type('hob'), { at: 4900, mergeKey: 'say' })
    expect(session.history().done).toHaveLength(1)
    session.edit(type('hobb'), { at: 6901, mergeKey: 'say' })
    expect(session.history().done).toHaveLength(2)
    session.undo()
    session.undo()
    expect(session.doc()).toEqual(start)
    session.redo()
    expect(session.doc().steps[stepId('Say')]).toMatchObject({ inputs: { message: literal('hob') } })
  })

  it('H1 calls a burst of typing by what it came to', () => {
    const session = editSession(start)
    const rename = (name: string): readonly Operation[] => [
      { type: 'step/update', id: stepId('Say'), changes: { name } },
    ]
    session.edit(rename('G'), { at: 1000, mergeKey: 'name' })
    session.edit(rename('Get'), { at: 1100, mergeKey: 'name' })
    expect(session.history().done.map(({ label }) => label.params)).toEqual([expect.objectContaining({ name: 'Get' })])
  })

  it.each([
    ['another merge key', { mergeKey: 'other' }],
    ['none', {}],
    ['another selection', { mergeKey: 'say', selection: [stepId('Other')] }],
  ])('H1 does not merge with %s', (_what, options) => {
    const session = editSession(start)
    session.edit(type('h'), { at: 0, mergeKey: 'say' })
    session.edit(type('ho'), { at: 1, ...options })
    expect(session.history().done).toHaveLength(2)
  })

  it('H1 does not merge across an undo', () => {
    const session = editSession(start)
    session.edit(type('h'), { at: 0, mergeKey: 'say' })
    session.edit(type('ho'), { at: 9000, mergeKey: 'say' })
    session.undo()
    session.edit(type('hu'), { at: 9001, mergeKey: 'say' })
    expect(session.history().done).toHaveLength(2)
  })

  it('H2 keeps nothing of what changes nothing: an edit without effect, or typing that was taken back', () => {
    const session = editSession(start)
    session.edit(type('hello'))
    expect(session.history().done).toHaveLength(0)
    session.edit(type('hello!'), { at: 0, mergeKey: 'say' })
    session.edit(type('hello'), { at: 1, mergeKey: 'say' })
    expect(session.history().done).toHaveLength(0)
  })

  it('H3 forgets what was undone when something else is done', () => {
    const session = editSession(start)
    session.edit(type('a'))
    session.edit(type('b'))
    session.undo()
    session.edit([{ type: 'step/delete', id: stepId('Other') }])
    expect(session.redo()).toBe(false)
    expect(names(session)).toEqual(['designer.edit.setInput', 'designer.edit.deleteStep'])
  })

  it('H4 remembers two hundred entries, and fewer when they are large', () => {
    const session = editSession(start)
    for (let count = 0; count < 205; count += 1) session.edit(type(`text ${count}`))
    expect(session.history().done).toHaveLength(HISTORY_LIMITS.entries)
    const big = 'x'.repeat(HISTORY_LIMITS.size / 5)
    for (let count = 0; count < 4; count += 1) session.edit(type(`${big}${count}`))
    expect(session.history().done.length).toBeLessThan(4)
    session.edit(type('y'.repeat(HISTORY_LIMITS.size)))
    expect(session.history().done).toHaveLength(1)
    expect(session.undo()).toBe(true)
  })

  it('H5 is plain data that parses', () => {
    const session = editSession(start)
    session.edit(type('a'))
    session.edit([{ type: 'step/delete', id: stepId('Other') }])
    session.undo()
    expect(EditHistory.parse(JSON.parse(JSON.stringify(session.history())))).toEqual(session.history())
  })
})
