import {
  applyDiff,
  checkStructure,
  diffDocs,
  EMPTY_WORKSPACE,
  IntegrationDoc,
  invertDiff,
  TABLES,
  validate,
} from '#domain'
import { createBuiltinCatalog } from '#connectors'
import { loadDocument, saveDocument } from '#format'
import { applyOperation, check, createHistory, recordEntry, redo, undo } from '#operations'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accepted } from '../fixtures/accepted.ts'
import { arm, branch, docOf, draft, flow, handled, http, log, loop, ref, slot } from '../fixtures/doc-builder.ts'
import { createOperationMaker, operations, type Drawn } from '../fixtures/operations.ts'

const start = docOf({
  flows: [
    flow(
      'Main',
      http('Get', { slot: 'Shop' }),
      branch('Check', arm('High', log('Tell', ref('Get', 'body'))), arm('otherwise', log('Hush', draft('$')))),
      loop('Each', ref('Get', 'body'), handled(http('Send', { slot: 'Shop' }), log('Sorry'))),
    ),
    flow('Other', log('End', ref('Other trigger'))),
  ],
  slots: [slot('Shop', 'http', 'shop'), slot('Spare', 'http')],
})

const catalog = createBuiltinCatalog()

/** Runs drawn edits; gives every document on the way, beginning with the first. */
function play(drawn: readonly Drawn[], onEdit: (before: IntegrationDoc, after: IntegrationDoc) => void = () => {}) {
  const make = createOperationMaker()
  const docs = [start]
  for (const one of drawn) {
    const before = docs.at(-1)!
    const op = make(before, one)
    const result = op && applyOperation(before, op)
    if (!op || !result) continue
    expect(check(before, op) === undefined).toBe(result.ok)
    if (!result.ok || result.value === before) continue
    onEdit(before, result.value)
    docs.push(result.value)
  }
  return docs
}

describe('any sequence of operations', () => {
  it('UN1 undone, gives back the very same document, and redone the later one again', () => {
    let edits = 0
    fc.assert(
      fc.property(operations(), (drawn) => {
        let history = createHistory()
        const docs = play(drawn, (before, after) => {
          const diff = [...diffDocs(before, after)]
          expect(applyDiff(after, invertDiff(diff))).toEqual(before)
          const entry = { label: { key: 'x', params: {} }, mergeKey: null, diff, at: 0 }
          history = recordEntry(history, { ...entry, selectionBefore: [], selectionAfter: [] })
        })
        edits += docs.length - 1
        let doc = docs.at(-1)!
        for (const expected of docs.slice(0, -1).toReversed()) {
          const step = undo(history, doc)!
          ;({ doc, history } = step)
          expect(doc).toEqual(expected)
        }
        expect(undo(history, doc)).toBeUndefined()
        for (const expected of docs.slice(1)) {
          const step = redo(history, doc)!
          ;({ doc, history } = step)
          expect(doc).toEqual(expected)
        }
      }),
      { numRuns: 2000 },
    )
    // The property says nothing when the drawn edits are refused.
    expect(edits).toBeGreaterThan(10_000)
  }, 60_000)

  it('OP1 keeps a document that parses, is whole, and survives being saved', () => {
    fc.assert(
      fc.property(operations(), (drawn) => {
        const doc = play(drawn).at(-1)!
        expect(IntegrationDoc.safeParse(doc).error?.issues ?? []).toEqual([])
        expect(checkStructure(doc)).toEqual([])
        expect(accepted(loadDocument(saveDocument(doc))).doc).toEqual(doc)
      }),
      { numRuns: 300 },
    )
  }, 30_000)

  it('OP2 leaves every record it does not touch the same object', () => {
    fc.assert(
      fc.property(operations(12), (drawn) => {
        play(drawn, (before, after) => {
          const changed = new Set(diffDocs(before, after).map(({ table, id }) => `${table}/${id}`))
          for (const table of TABLES) {
            const same = Object.entries(after[table]).filter(([id]) => !changed.has(`${table}/${id}`))
            for (const [id, record] of same) expect(record).toBe((before[table] as Record<string, unknown>)[id])
            const isTouched = [...changed].some((key) => key.startsWith(`${table}/`))
            expect(after[table] === before[table]).toBe(!isTouched)
          }
          // Nothing counts as changed that says the same as before.
          for (const change of diffDocs(before, after)) expect(change.after).not.toEqual(change.before)
        })
      }),
      { numRuns: 300 },
    )
  }, 30_000)

  it('OP3 gives validation the same findings as looking at the whole document afresh', () => {
    fc.assert(
      fc.property(operations(12), (drawn) => {
        for (const doc of play(drawn)) {
          const fresh = structuredClone(doc)
          expect(validate(doc, EMPTY_WORKSPACE, catalog)).toEqual(validate(fresh, EMPTY_WORKSPACE, catalog))
        }
      }),
      { numRuns: 200 },
    )
  }, 30_000)
})
