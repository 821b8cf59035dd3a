import { literal } from '#domain'
import { loadDocument, saveDocument } from '#format'
import { describe, expect, it } from 'vitest'
import { accepted } from '../fixtures/accepted.ts'
import { docOf, flow, http, log, slot, stepId } from '../fixtures/doc-builder.ts'

const doc = docOf({
  flows: [flow('Main', http('Get', { slot: 'Shop', inputs: { jsonBody: literal({ z: 1, a: 2 }) } }), log('Say'))],
  slots: [slot('Shop', 'http', 'shop')],
})

/** The same document with every object's keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => reversed(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  )
}

describe('saveDocument', () => {
  const text = saveDocument(doc)

  it('begins with what the file is and ends with a line break', () => {
    expect(text.split('\n').slice(0, 5)).toEqual([
      '{',
      '  "$format": "patchbay/integration",',
      '  "schemaVersion": 1,',
      '  "id": "int_testintegration",',
      '  "name": "Test integration",',
    ])
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('gives the same text for the same document, in whatever order its keys lie', () => {
    // JSON that a person wrote keeps its order, so the step that holds some is left out of the reversal.
    const get = doc.steps[stepId('Get')]
    const other = { ...(reversed(doc) as typeof doc) }
    expect(Object.keys(other)).toEqual(Object.keys(doc).toReversed())
    expect(saveDocument({ ...other, steps: { ...other.steps, [stepId('Get')]: get! } })).toBe(text)
  })

  it('keeps the order of JSON that a person wrote', () => {
    expect(text).toContain('"value": {\n            "z": 1,\n            "a": 2\n          }')
  })

  it('says the same when it is loaded and saved again', () => {
    expect(saveDocument(accepted(loadDocument(text)).doc)).toBe(text)
  })
})
