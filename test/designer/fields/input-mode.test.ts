import { literal, type InputValue } from '#domain'
import { describe, expect, it } from 'vitest'
import { convertTo, modeOf, modesFor } from '../../../src/designer/fields/input-mode.ts'
import { draft, expr, fields, ref, stepId, template } from '../../fixtures/doc-builder.ts'

describe('how an input is given', () => {
  it('is offered as it is natural for its type', () => {
    expect(modesFor('text')[0]).toBe('text')
    expect(modesFor('number')).not.toContain('text')
    expect(modesFor('json')[0]).toBe('value')
  })

  it.each([
    ['text', undefined, 'text'],
    ['text', ref('Get'), 'text'],
    ['number', ref('Get'), 'reference'],
    ['number', draft('3x', 'literal'), 'value'],
    ['number', expr('1'), 'expression'],
    ['text', draft('1 +', 'expression'), 'expression'],
    ['json', template('a', ref('Get')), 'text'],
    ['fields', fields({ a: 'b' }), 'value'],
  ] as const)('of a %s with %j is %s', (type, value, mode) => {
    expect(modeOf(value, type, null)).toBe(mode)
  })

  it('follows what the person chose where a text can be shown both ways', () => {
    expect(modeOf(literal('a'), 'json', 'text')).toBe('text')
    expect(modeOf(literal('a'), 'json', 'value')).toBe('value')
    expect(modeOf(expr('1'), 'json', 'text')).toBe('expression')
  })
})

it.each<[string, InputValue | undefined, InputValue | null]>([
  ['a literal', literal({ a: [1] }), expr('{"a":[1]}')],
  ['a reference', ref('Get', 'first name', 0), expr(`$${stepId('Get')}."first name"[0]`)],
  ['a template', template('n: ', ref('Get', 'n')), expr(`"n: " & $${stepId('Get')}.n`)],
  ['rows', fields({ a: 'b' }), expr('{"a": "b"}')],
  ['nothing', undefined, draft('', 'expression')],
])('%s becomes an expression that says the same', (_, value, expected) => {
  expect(convertTo('expression', value)).toEqual(expected)
})

it('text becomes the JSON it spells, and an expression no text', () => {
  expect(convertTo('value', literal('5'))).toEqual(literal(5))
  expect(convertTo('value', literal('abc'))).toEqual(literal('abc'))
  expect(convertTo('text', expr('1'))).toBeNull()
  expect(convertTo('text', literal(5))).toEqual(literal('5'))
})

it('JSON that could not be kept stays as it was typed', () => {
  expect(convertTo('value', literal('{"limit": 1e999}'))).toEqual(draft('{"limit": 1e999}', 'literal'))
})
