import { checkStructure, IntegrationDoc, literal, MAX_NESTING, type Step } from '#domain'
import { loadDocument, readJson, saveDocument } from '#format'
import { en } from '#texts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../fixtures/accepted.ts'
import {
  arm,
  branch,
  docOf,
  flow,
  flowOf,
  handled,
  http,
  log,
  loop,
  ref,
  slot,
  stepId,
} from '../fixtures/doc-builder.ts'
import { largeDoc } from '../fixtures/large-doc.ts'

type Loose = { [key: string]: Loose }

const good = docOf({
  flows: [
    flow(
      'Main',
      http('Get', { slot: 'Shop' }),
      branch('If', arm('Yes', log('A'))),
      loop('Each', ref('Get'), handled(http('Send'), log('B'))),
    ),
  ],
  slots: [slot('Shop', 'http', 'shop')],
})

/** The document with something done to a copy of it. */
function broken(change: (doc: Loose) => void): unknown {
  const copy = structuredClone(good) as unknown as Loose
  change(copy)
  return copy
}
const steps = (doc: Loose, name: string): Loose => doc['steps']![stepId(name)]!
const body = (doc: Loose) => (doc['flows']!['flow_main00'] as unknown as { body: string[] }).body

describe('loadDocument', () => {
  it('takes a document as an object and as a file', () => {
    expect(accepted(loadDocument(good))).toEqual({ doc: good, migratedFrom: null })
    expect(accepted(loadDocument(saveDocument(good))).doc).toEqual(good)
  })

  it.each<[string, unknown, string, string?]>([
    ['nothing', '', 'json-empty'],
    ['a byte order mark', `\uFEFF${saveDocument(good)}`, 'document-byte-order-mark'],
    ['what is no JSON', '{"schemaVersion": 1,', 'json-syntax'],
    ['a list', '[]', 'document-unknown-format'],
    ['other JSON', '{"name":"package"}', 'document-unknown-format'],
    ['another format of ours', { ...good, $format: 'patchbay/steps' }, 'document-unknown-format'],
    ['a version that is none', { ...good, schemaVersion: '1' }, 'document-unknown-format'],
    ['a newer version', { ...good, schemaVersion: 2 }, 'document-too-new', 'schemaVersion'],
    ['half a character', broken((doc) => Object.assign(doc, { name: 'a\uD83D' })), 'content-half-character', 'name'],
    ['an unknown key', broken((doc) => Object.assign(doc, { extra: 1 })), 'document-unknown-key'],
    [
      'a wrong type, deep inside',
      broken((doc) => Object.assign(steps(doc, 'Get')['inputs']!, { url: { kind: 'literal' } })),
      'document-invalid',
      `steps.${stepId('Get')}.inputs.url.value`,
    ],
    [
      'an id that is none',
      broken((doc) => Object.assign(doc['steps']!, { nope: steps(doc, 'Get') })),
      'document-invalid',
      'steps.nope',
    ],
    [
      'a record under another id',
      broken((doc) => Object.assign(doc['steps']!, { step_other1: steps(doc, 'Get') })),
      'id-mismatch',
      'steps.step_other1',
    ],
    [
      'a step that is not there',
      broken((doc) => body(doc).push('step_nothere')),
      'step-missing',
      'flows.flow_main00.body.3',
    ],
    ['a step in two places', broken((doc) => body(doc).push(stepId('A'))), 'step-twice', 'flows.flow_main00.body.3'],
    ['a step in no place', broken((doc) => body(doc).pop()), 'step-orphan'],
    [
      'cyclic parents',
      broken((doc) => {
        body(doc).pop()
        const each = steps(doc, 'Each') as unknown as { arms: { body: string[] }[] }
        each.arms[0]!.body.push(stepId('Each'))
      }),
      'step-cycle',
    ],
    [
      'a trigger that is none',
      broken((doc) =>
        Object.assign(doc['steps']!, { [stepId('Main trigger')]: { ...steps(doc, 'A'), id: stepId('Main trigger') } }),
      ),
      'trigger-expected',
    ],
    ['a slot that is not there', broken((doc) => Object.assign(doc, { slots: {} })), 'slot-missing'],
    ['no flow', broken((doc) => Object.assign(doc, { flows: {}, flowOrder: [], steps: {} })), 'flow-missing'],
    [
      'an order that is none',
      broken((doc) => Object.assign(doc, { flowOrder: ['flow_main00', 'flow_main00'] })),
      'order-mismatch',
    ],
    ['a loop without body', broken((doc) => Object.assign(steps(doc, 'Each'), { arms: [] })), 'arm-missing'],
    [
      'an error arm nobody runs',
      broken((doc) => Object.assign(steps(doc, 'Send'), { onError: steps(doc, 'A')['onError'] })),
      'arm-misplaced',
    ],
    [
      'a note on nothing',
      broken((doc) =>
        Object.assign(doc['notes']!, {
          note_abc123: { id: 'note_abc123', text: '', anchor: { kind: 'step', step: 'step_gone00' } },
        }),
      ),
      'note-anchor-missing',
    ],
    [
      'a page that shows nothing',
      broken((doc) => {
        const page = { id: 'page_abc123', name: '', tagline: '', elements: [{ kind: 'slot', slot: 'slot_gone00' }] }
        Object.assign(doc, { pages: { page_abc123: page }, pageOrder: ['page_abc123'] })
      }),
      'page-element-missing',
      'pages.page_abc123.elements.0',
    ],
  ])('refuses %s', (_what, input, code, path) => {
    const found = refused(loadDocument(input))
    expect(found.code).toBe(code)
    expect(found.at).toMatchObject(path === undefined ? {} : { path })
    expect(Object.keys(en.problems)).toContain(code)
  })

  it.each([
    ['a duplicate key', '{"schemaVersion":1,\n "name":"a","name":"b"}', 'json-duplicate-key', 2, 13],
    ['a duplicate key, written otherwise', '{"name":1,"n\\u0061me":2}', 'json-duplicate-key', 1, 11],
    ['__proto__', '{"a":{"__proto__":{"x":1}}}', 'json-forbidden-key', 1, 7],
    ['half a character in a text', '{"a":"\\ud83d"}', 'json-lone-surrogate', 1, 6],
    ['a comma too many', '{\n  "a": 1,\n}', 'json-syntax', 3, 1],
    ['a text that is not closed', '{"a": "b', 'json-syntax', 1, 9],
  ])('names line and column of %s', (_what, text, code, line, column) => {
    expect(refused(loadDocument(text))).toMatchObject({ code, at: { line, column } })
  })

  it('lets the same key stand in two objects, and braces and quotes in texts', () => {
    expect(accepted(readJson('{"a":{"x":1},"b":[{"x":1},{"x":"{\\"x\\":["}]}'))).toBeDefined()
  })

  it('refuses keys of JavaScript’s own as names of inputs, and keeps them in JSON a person wrote', () => {
    const named = broken((doc) => Object.assign(steps(doc, 'A')['inputs']!, { constructor: literal(1) }))
    expect(refused(loadDocument(named)).code).toBe('content-forbidden-key')
    const inValue = flowOf(http('Get', { inputs: { jsonBody: literal({ constructor: 'Ferrari', prototype: 1 }) } }))
    expect(accepted(loadDocument(saveDocument(inValue))).doc).toEqual(inValue)
    const own = JSON.parse('{"__proto__": {"polluted": 1}}') as never
    expect(refused(loadDocument(flowOf(http('Get', { inputs: { jsonBody: literal(own) } })))).code).toBe(
      'content-forbidden-key',
    )
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('ends on texts that are made to exhaust it', () => {
    expect(refused(loadDocument('['.repeat(1_000_000))).code).toBe('json-too-deep')
    expect(refused(loadDocument(`{"a":${'{"a":'.repeat(100_000)}`)).code).toBe('json-too-deep')
    expect(refused(loadDocument(`[${'1,'.repeat(2_100_000)}1]`)).code).toBe('json-too-many-values')
    expect(refused(loadDocument(`"${'x'.repeat(20_000_001)}"`)).code).toBe('document-too-large')
    let deep: unknown = 1
    for (let level = 0; level < 10_000; level += 1) deep = [deep]
    expect(refused(loadDocument({ ...good, foreign: { deep } })).code).toBe('content-too-deep')
  }, 30_000)

  it('refuses arms that nest deeper than a document may, without running out of stack', () => {
    const steps: Record<string, Step> = {}
    const name = (index: number) => `Loop ${10_000 + index}`
    for (let index = 0; index < 12_000; index += 1) {
      const { step } = loop(name(index), ref('Main trigger'))
      const inside = index < 11_999 ? [stepId(name(index + 1))] : []
      steps[step.id] = { ...step, arms: [{ ...step.arms[0]!, body: inside }] }
    }
    const doc = flowOf(loop(name(0), ref('Main trigger')))
    const found = refused(loadDocument({ ...doc, steps: { ...doc.steps, ...steps } }))
    expect(found).toMatchObject({ code: 'nesting-too-deep', params: { limit: MAX_NESTING } })
  }, 30_000)

  it('refuses anything else without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (input) => {
        expect(loadDocument(input).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  }, 30_000)

  it('never throws, whatever one value of a good document is replaced with', () => {
    const places = fc.constantFrom(
      'name',
      'flows',
      'steps',
      'slots',
      'notes',
      'pages',
      'flowOrder',
      'labels',
      'foreign',
    )
    const inStep = fc.constantFrom('id', 'kind', 'name', 'arms', 'inputs', 'onError', 'slot', 'connector', 'embed')
    fc.assert(
      fc.property(places, inStep, fc.jsonValue(), (place, key, value) => {
        loadDocument({ ...good, [place]: value })
        const get = { ...good.steps[stepId('Get')], [key]: value }
        const result = loadDocument({ ...good, steps: { ...good.steps, [stepId('Get')]: get } })
        expect(result.ok ? checkStructure(result.value.doc) : []).toEqual([])
      }),
      { numRuns: 1000 },
    )
  }, 30_000)

  it('leaves what it is given as it was', () => {
    const before = structuredClone(good)
    loadDocument(good)
    expect(good).toEqual(before)
  })

  it('reads two thousand steps within 200 ms', () => {
    const doc = largeDoc(2000)
    const text = saveDocument(doc)
    expect(checkStructure(doc)).toEqual([])
    expect(IntegrationDoc.safeParse(doc).success).toBe(true)
    const times = Array.from({ length: 5 }, () => {
      // Time of this process alone, in microseconds: others may be busy too.
      const from = process.cpuUsage()
      expect(loadDocument(text).ok).toBe(true)
      const { user, system } = process.cpuUsage(from)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(200)
  }, 30_000)
})
