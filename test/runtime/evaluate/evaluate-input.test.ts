import { literal, type Failure, type InputValue } from '#domain'
import { createScope, evaluateInput } from '#runtime'
import { describe, expect, it } from 'vitest'
import { draft, expr, fields, ref, stepId, template, variableId, variableRef } from '../../fixtures/doc-builder.ts'

const scope = createScope(
  { [stepId('Get')]: { status: 200, 'a b': [{ name: 'Ada' }], none: null }, [stepId('Each')]: [1] },
  { [variableId('Region')]: 'eu' },
  { [stepId('Each')]: { currentItem: 'x', index: 3, isFirst: false, isLast: true } },
)

/** The value of an input, and why it is nothing. */
async function read(value: InputValue, spec?: Parameters<typeof evaluateInput>[1]) {
  const notices: Failure[] = []
  const onNotice = (notice: Failure) => void notices.push(notice)
  const result = await evaluateInput(value, spec, scope, { now: () => 1_000, random: () => 0.25, onNotice })
  return { result, notices }
}

const valueOf = async (value: InputValue, spec?: Parameters<typeof evaluateInput>[1]) => {
  const { result } = await read(value, spec)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const failureOf = async (value: InputValue, spec?: Parameters<typeof evaluateInput>[1]) => {
  const { result } = await read(value, spec)
  return result.ok ? result.value : result.error
}

describe('evaluateInput', () => {
  it('I1 literals, references and variables keep their type', async () => {
    expect(await valueOf(literal({ a: [1] }))).toEqual({ a: [1] })
    expect(await valueOf(ref('Get', 'status'))).toBe(200)
    expect(await valueOf(ref('Get', 'a b', 0, 'name'))).toBe('Ada')
    expect(await valueOf(ref('Get', 'none'))).toBeNull()
    expect(await valueOf(variableRef('Region'))).toBe('eu')
  })

  it('I1 a loop that contains the step is its frame', async () => {
    expect(await valueOf(ref('Each', 'index'))).toBe(3)
    expect(await valueOf(expr(`$${stepId('Each')}.currentItem & "!"`))).toBe('x!')
  })

  it.each([
    [ref('Gone', 'a'), { code: 'reference-no-result', params: { reference: stepId('Gone') } }],
    [
      ref('Get', 'a b', 0, 'nme'),
      { code: 'reference-undefined', params: { path: 'a b[0]', missing: 'nme', in: 'object' } },
    ],
    [
      ref('Get', 'status', 'x'),
      { code: 'reference-undefined', params: { path: 'status', missing: 'x', in: 'number' } },
    ],
    [ref('Get', 'constructor'), { code: 'reference-undefined', params: { missing: 'constructor' } }],
    [variableRef('Other'), { code: 'variable-undefined' }],
    [expr(`$${stepId('Get')}.nothing`), { code: 'expression-undefined' }],
    [expr(`$${stepId('Gone')}.nothing`), { code: 'reference-no-result', params: { reference: stepId('Gone') } }],
  ])('I2 what leads nowhere is nothing, and says why: %j', async (value, notice) => {
    const { result, notices } = await read(value)
    expect(result).toEqual({ ok: true, value: undefined })
    expect(notices).toMatchObject([notice])
  })

  it('I3 templates are texts', async () => {
    const text = template(
      'n=',
      ref('Get', 'status'),
      ' ',
      ref('Get', 'a b'),
      ref('Get', 'none'),
      ref('Gone'),
      variableRef('Region'),
    )
    expect(await valueOf(text)).toBe('n=200 [{"name":"Ada"}]eu')
  })

  it('I4 a draft refuses to run', async () => {
    expect(await failureOf(draft('1 +'))).toMatchObject({ code: 'draft', params: { as: 'expression' } })
    expect(await failureOf(fields({ a: draft('1 +') }))).toMatchObject({ code: 'draft', at: { row: 'a' } })
  })

  it('I5 rows make an object or, where keys may repeat, pairs', async () => {
    const rows: InputValue = {
      kind: 'fields',
      rows: [
        { key: 'a', value: literal(1) },
        { key: 'a', value: ref('Get', 'status') },
        { key: '', value: literal('x') },
        { key: 'b', value: ref('Gone') },
      ],
    }
    expect(await valueOf(rows)).toEqual({ a: 200 })
    expect(await valueOf(rows, { type: 'fields', repeatable: true })).toEqual([
      ['a', 1],
      ['a', 200],
    ])
    expect(await valueOf({ kind: 'list', items: [literal(1), ref('Gone')] })).toEqual([1, null])
  })

  it('I5 a row named __proto__ makes no prototype', async () => {
    const value = await valueOf({ kind: 'fields', rows: [{ key: '__proto__', value: literal({ a: 1 }) }] })
    expect(value).toEqual({})
    expect((value as { a?: number }).a).toBeUndefined()
  })

  it.each([
    ['text', literal(5), '5'],
    ['text', literal({ a: 1 }), '{"a":1}'],
    ['number', literal(' 1.5e2 '), 150],
    ['number', literal(''), null],
    ['boolean', literal('true'), true],
    ['list', literal('one'), ['one']],
    ['list', literal(null), []],
    ['list', ref('Gone'), []],
    ['fields', literal({ a: 1 }), { a: 1 }],
    ['fields', literal([['a', 1]]), { a: 1 }],
    ['fields', literal([{ key: 'a', value: 1 }]), { a: 1 }],
  ] as const)('I6 an input of type %s takes %j as %j', async (type, value, expected) => {
    expect(await valueOf(value, { type })).toEqual(expected)
  })

  it.each([
    ['number', literal('five'), 'text'],
    ['boolean', literal(1), 'number'],
    ['fields', literal(['a']), 'list'],
  ] as const)('I6 an input of type %s does not take %j', async (type, value, actual) => {
    expect(await failureOf(value, { type })).toMatchObject({ code: 'input-type', params: { expected: type, actual } })
  })
})
