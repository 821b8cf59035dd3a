import { applyDiff, diffDocs, diffFits, invertDiff, literal, mergeDiffs } from '#domain'
import { applyAll, type Operation } from '#operations'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accepted } from '../fixtures/accepted.ts'
import { flowOf, log, stepId } from '../fixtures/doc-builder.ts'

const doc = flowOf(log('A'), log('B'), log('C'))
const say = (name: string, text: string): Operation => ({
  type: 'step/set-input',
  id: stepId(name),
  input: 'message',
  value: literal(text),
})
const after = (from: typeof doc, ...ops: readonly Operation[]) => accepted(applyAll(from, ops))

describe('diffDocs', () => {
  it('names each record that changed once, and nothing else', () => {
    const next = after(doc, say('A', 'x'), say('A', 'y'), { type: 'step/delete', id: stepId('B') })
    expect(diffDocs(doc, next).map(({ table, id }) => `${table}/${id}`)).toEqual([
      'flows/flow_main00',
      `steps/${stepId('A')}`,
      `steps/${stepId('B')}`,
    ])
    expect(diffDocs(doc, doc)).toEqual([])
    expect(diffDocs(doc, { ...doc, name: 'New' })).toEqual([
      { table: 'root', id: 'name', before: 'Test integration', after: 'New' },
    ])
  })
})

describe('mergeDiffs', () => {
  it('does what two diffs do one after the other, and drops what ends as it began', () => {
    const texts = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('x', 'y', 'hello')), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const middle = after(doc, ...first.map(([name, text]) => say(name, text)))
        const last = after(middle, ...second.map(([name, text]) => say(name, text)))
        const merged = mergeDiffs(diffDocs(doc, middle), diffDocs(middle, last))
        expect(applyDiff(doc, merged)).toEqual(last)
        expect(applyDiff(last, invertDiff(merged))).toEqual(doc)
        const ids = merged.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
    const there = after(doc, say('A', 'x'))
    expect(mergeDiffs(diffDocs(doc, there), diffDocs(there, after(there, say('A', 'hello'))))).toEqual([])
  })
})

describe('diffFits', () => {
  it('holds for the document a diff starts from, and for no other', () => {
    const next = after(doc, say('A', 'x'))
    const diff = diffDocs(doc, next)
    expect([diffFits(doc, diff), diffFits(structuredClone(doc), diff), diffFits(next, diff)]).toEqual([
      true,
      true,
      false,
    ])
    expect(diffFits(next, invertDiff(diff))).toBe(true)
    expect(diffFits(doc, [{ table: 'steps', id: 'constructor', after: {} }])).toBe(true)
  })
})
