import { literal, mapReferences, referencesOf, referencesTo, type StepId } from '#domain'
import { describe, expect, it } from 'vitest'
import {
  arm,
  branch,
  branchOn,
  draft,
  equals,
  expr,
  fields,
  flowOf,
  http,
  log,
  loop,
  ref,
  stepId,
  stop,
  template,
  variableRef,
  when,
  whenValue,
} from '../fixtures/doc-builder.ts'

const get = stepId('Get')
const places = (built: ReturnType<typeof http>) =>
  referencesOf(built.step).map(({ input, arm: inArm, within }) =>
    [inArm, input, ...within].filter((x) => x !== undefined),
  )

describe('referencesOf', () => {
  it.each([
    ['a reference', http('A', { inputs: { url: ref('Get', 'link') } }), [['url']]],
    [
      'a template',
      http('A', { inputs: { url: template('x/', ref('Get'), variableRef('Region')) } }),
      [
        ['url', 'parts', 1],
        ['url', 'parts', 2],
      ],
    ],
    ['rows', http('A', { inputs: { headers: fields({ a: 'b', c: ref('Get') }) } }), [['headers', 'rows', 1, 'value']]],
    ['a list', http('A', { inputs: { x: { kind: 'list', items: [literal(1), ref('Get')] } } }), [['x', 'items', 1]]],
    ['an expression', http('A', { inputs: { x: expr('$step_get000.a + $var_region') } }), [['x'], ['x']]],
    ['a loop', loop('A', ref('Get')), [['items']]],
    ['a stop', stop('A', 'error', ref('Get')), [['message']]],
    ['a branch’s value', branchOn('A', ref('Get'), whenValue(1, arm('One'))), [['on']]],
    [
      'a condition',
      branch('A', when({ all: [equals(literal(1), 1), { any: [equals(ref('Get'), 1)] }] }, arm('Yes'))),
      [['arm_yes000', 'test', 'all', 1, 'any', 0, 'left']],
    ],
  ])('finds those in %s', (_what, built, expected) => {
    expect(places(built)).toEqual(expected)
  })

  it('says what an expression takes of a step, and where it stands', () => {
    const [reference] = referencesOf(http('A', { inputs: { x: expr('1 + $step_get000.items[0].name') } }).step)
    expect(reference).toMatchObject({
      to: { kind: 'step', step: get, path: ['items', 0, 'name'] },
      span: { start: 4, end: 16 },
    })
  })

  it('finds none in texts that only look like one', () => {
    expect(places(http('A', { inputs: { x: expr('"$step_get000"'), y: literal('$step_get000') } }))).toEqual([])
  })
})

describe('referencesTo', () => {
  it('finds who refers to a step', () => {
    const doc = flowOf(http('Get'), log('A', ref('Get')), loop('B', ref('Get', 'items'), log('C', ref('B'))))
    expect(referencesTo(doc, get).map(({ step }) => doc.steps[step]!.name)).toEqual(['A', 'B'])
  })
})

describe('mapReferences', () => {
  const other = 'step_other1' as StepId
  const rename = (id: StepId) => (id === get ? other : id)

  it('renames every form, also in half typed and broken expressions', () => {
    const { step } = http('A', {
      inputs: {
        a: ref('Get', 'x'),
        b: template('t', ref('Get')),
        c: expr('$step_get000.x & "$step_get000" /* $step_get000 */'),
        d: draft('$step_get000.'),
        e: expr('$step_get000.x +'),
        f: fields({ k: ref('Get') }),
      },
    })
    const renamed = mapReferences(step, rename) as typeof step & { inputs: unknown }
    expect(renamed.inputs).toMatchObject({
      a: { step: other },
      b: { parts: [{}, { step: other }] },
      c: { source: '$step_other1.x & "$step_get000" /* $step_get000 */' },
      d: { text: '$step_other1.' },
      e: { source: '$step_other1.x +' },
      f: { rows: [{ value: { step: other } }] },
    })
  })

  it('gives back the very record when nothing in it is renamed', () => {
    const { step } = log('A', ref('Elsewhere'))
    expect(mapReferences(step, rename)).toBe(step)
  })
})
