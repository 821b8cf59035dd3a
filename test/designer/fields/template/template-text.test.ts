import { literal, type InputValue, type TemplatePart } from '#domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chipsIn,
  partsOfText,
  plainTextOf,
  textOfParts,
  textOfValue,
  tokenOf,
  valueOfText,
} from '../../../../src/designer/fields/template/template-text.ts'
import { expr, ref, stepId, template, variableId, variableRef } from '../../../fixtures/doc-builder.ts'

const chip = { kind: 'reference', step: stepId('Get'), path: ['body', 'first name', 0] } as const

/** Texts that hold what the tokens are made of, too. */
const anyText = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '{', '}', '"', '\\', '\uE000', '\uE001', 'é', '😀') })
const anyPath = fc.array(fc.oneof(anyText, fc.nat(99)), { maxLength: 4 })
const anyPart: fc.Arbitrary<TemplatePart> = fc.oneof(
  anyText.filter((text) => text !== '').map((text) => ({ kind: 'text' as const, text })),
  anyPath.map((path) => ({ kind: 'reference' as const, step: stepId('Get'), path: [...path] })),
  fc.constant({ kind: 'variable' as const, variable: variableId('Region') }),
)

/** Texts that stand beside each other are one text. */
const merged = (parts: readonly TemplatePart[]): readonly TemplatePart[] =>
  parts.reduce<readonly TemplatePart[]>((done, part) => {
    const last = done.at(-1)
    if (last?.kind !== 'text' || part.kind !== 'text') return [...done, part]
    return [...done.slice(0, -1), { kind: 'text', text: last.text + part.text }]
  }, [])

describe('the text of a template', () => {
  it('holds every part, whatever characters its texts and keys are made of', () => {
    fc.assert(
      fc.property(fc.array(anyPart), (parts) => {
        expect(partsOfText(textOfParts(parts))).toEqual(merged(parts))
      }),
      { numRuns: 500 },
    )
  })

  it('gives back any plain text as the literal it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(valueOfText(textOfValue(literal(text)) ?? '')).toEqual(literal(text))
      }),
    )
  })

  it('is a literal without chips, a reference with a chip alone, and else a template', () => {
    expect(valueOfText('plain')).toEqual(literal('plain'))
    expect(valueOfText(tokenOf(chip))).toEqual(chip)
    expect(valueOfText(`Hi ${tokenOf(chip)}`)).toEqual({
      kind: 'template',
      parts: [{ kind: 'text', text: 'Hi ' }, chip],
    })
  })

  it('says where its chips are', () => {
    const token = tokenOf(chip)
    expect(chipsIn(`ab${token}c`)).toEqual([{ from: 2, to: 2 + token.length, part: chip }])
  })

  it('takes a token that holds nothing sensible for text', () => {
    expect(valueOfText('\uE000{"s":"no id","p":[]}\uE001')).toEqual(literal('\uE000{"s":"no id","p":[]}\uE001'))
  })

  it('leaves for other programs with its chips by name', () => {
    expect(plainTextOf(`Hi ${tokenOf(chip)}!`, () => 'Get')).toBe('Hi Get!')
  })
})

it.each<[string, InputValue, string | null]>([
  ['an expression', expr('1'), null],
  ['a list', { kind: 'list', items: [] }, null],
  ['a number', literal(5), '5'],
  ['null', literal(null), ''],
  ['a variable', variableRef('Region'), tokenOf({ kind: 'variable', variable: variableId('Region') })],
  ['a template', template('a', ref('Get')), `a${tokenOf({ kind: 'reference', step: stepId('Get'), path: [] })}`],
])('shows %s as text where that is possible', (_, value, text) => {
  expect(textOfValue(value)).toBe(text)
})
