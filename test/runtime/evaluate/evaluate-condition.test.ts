import type { Json } from '#base'
import { ConditionOperator, literal, type Condition } from '#domain'
import { createScope, evaluateCondition } from '#runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draft, ref } from '../../fixtures/doc-builder.ts'

const still = { now: () => 0, random: () => 0 }
const evaluate = (condition: Condition) => evaluateCondition(condition, createScope({}), still)

/** `undefined` stands for an operand that leads nowhere. */
const operand = (value: Json | undefined) => (value === undefined ? ref('Gone') : literal(value))

async function compare(left: Json | undefined, op: ConditionOperator, right?: Json) {
  const result = await evaluate({ op, left: operand(left), right: operand(right) })
  return result.ok ? result.value : result.error.code
}

type Case = readonly [Json | undefined, ConditionOperator, Json | undefined, boolean | string]

describe('conditions', () => {
  it.each<Case>([
    [5, 'equals', '5', true],
    [true, 'equals', 'true', true],
    [{ a: 1, b: [2] }, 'equals', { b: [2], a: 1 }, true],
    [undefined, 'equals', null, true],
    ['a', 'equals', 'A', false],
    [null, 'equals', '', false],
    [0, 'equals', false, false],
    ['', 'equals', 0, false],
  ])('C1 %j %s %j: %s', async (left, op, right, expected) => {
    expect(await compare(left, op, right)).toBe(expected)
  })

  it.each<Case>([
    [10, 'greater', '9', true],
    ['10', 'greater', '9', true],
    ['b', 'greater', 'a', true],
    [5, 'greater', 5, false],
    [5, 'greater-or-equal', 5, true],
    [4, 'less', 5, true],
    [5, 'less-or-equal', 4, false],
    [null, 'less', 5, false],
    [5, 'greater', undefined, false],
    [true, 'less', 1, 'condition-types'],
    [[1], 'greater', 1, 'condition-types'],
  ])('C2 %j %s %j: %s', async (left, op, right, expected) => {
    expect(await compare(left, op, right)).toBe(expected)
  })

  it.each<Case>([
    ['abc', 'contains', 'b', true],
    [[1, 2], 'contains', '2', true],
    [{ a: 1 }, 'contains', 'a', true],
    [{}, 'contains', 'constructor', false],
    [null, 'contains', 'a', false],
    ['abc', 'contains', null, false],
    ['b', 'in', ['a', 'b'], true],
    ['b', 'in', 'abc', true],
    ['c', 'not-in', ['a', 'b'], true],
    ['a', 'in', null, false],
  ])('C3 C4 %j %s %j: %s', async (left, op, right, expected) => {
    expect(await compare(left, op, right)).toBe(expected)
  })

  it.each<Case>([
    ['order-7', 'starts-with', 'order', true],
    ['order-7', 'ends-with', '-7', true],
    ['order-7', 'starts-with', 'Order', false],
    [404, 'starts-with', 4, true],
    [undefined, 'starts-with', 'a', false],
    [[1], 'ends-with', 'a', 'condition-types'],
  ])('C5 %j %s %j: %s', async (left, op, right, expected) => {
    expect(await compare(left, op, right)).toBe(expected)
  })

  it.each<Case>([
    [0, 'exists', undefined, true],
    ['', 'exists', undefined, true],
    [null, 'exists', undefined, false],
    [undefined, 'not-exists', undefined, true],
    [undefined, 'is-empty', undefined, true],
    ['', 'is-empty', undefined, true],
    [[], 'is-empty', undefined, true],
    [{}, 'is-empty', undefined, true],
    [0, 'is-empty', undefined, false],
    [' ', 'is-not-empty', undefined, true],
    ['true', 'is-true', undefined, true],
    [1, 'is-true', undefined, false],
    [false, 'is-false', undefined, true],
    [null, 'is-false', undefined, false],
  ])('C6 C7 C8 %j %s: %4$s', async (left, op, right, expected) => {
    expect(await compare(left, op, right)).toBe(expected)
  })

  it.each<Case>([
    ['2026-01-01', 'date-before', '2026-01-02T00:00Z', true],
    ['2026-01-01T23:00Z', 'date-same', '2026-01-01', true],
    ['2026-01-01T23:00-05:00', 'date-same', '2026-01-02', true],
    ['2026-01-01T10:00', 'date-same', '2026-01-01T10:00:00Z', true],
    ['2026-01-01T10:00:01Z', 'date-after', '2026-01-01T10:00Z', true],
    ['2026-01-01T10:00Z', 'date-same', Date.UTC(2026, 0, 1, 10), true],
    [null, 'date-before', '2026-01-02', false],
    ['yesterday', 'date-before', '2026-01-02', 'condition-date'],
    ['2026-13-01', 'date-before', '2026-01-02', 'condition-date'],
    ['2026-02-30', 'date-same', '2026-03-02', 'condition-date'],
    ['2026-02-29T10:00+02:00', 'date-before', '2026-03-02', 'condition-date'],
    ['2024-02-29', 'date-before', '2024-03-01T00:00-05:00', true],
  ])('C9 %j %s %j: %s', async (left, op, right, expected) => {
    expect(await compare(left, op, right)).toBe(expected)
  })

  it('C10 every negation is the opposite of its operator', async () => {
    const pairs = ConditionOperator.options
      .filter((op) => op.startsWith('not-') || op === 'is-not-empty')
      .map((op) => [op, ConditionOperator.parse(op.replace(/not-/, ''))] as const)
    expect(pairs).toHaveLength(7)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pairs),
        fc.jsonValue(),
        fc.jsonValue(),
        async ([negated, op], left, right) => {
          const plain = await compare(left as Json, op, right as Json)
          const other = await compare(left as Json, negated, right as Json)
          expect(other).toBe(typeof plain === 'boolean' ? !plain : plain)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('C11 all and any, and what is decided is not evaluated further', async () => {
    const yes: Condition = { op: 'exists', left: literal(1) }
    const no: Condition = { op: 'exists', left: literal(null) }
    const failing: Condition = { op: 'exists', left: draft('x') }
    expect(await evaluate({ all: [] })).toEqual({ ok: true, value: true })
    expect(await evaluate({ any: [] })).toEqual({ ok: true, value: false })
    expect(await evaluate({ all: [yes, { any: [no, yes] }] })).toEqual({ ok: true, value: true })
    expect(await evaluate({ all: [no, failing] })).toEqual({ ok: true, value: false })
    expect(await evaluate({ any: [yes, failing] })).toEqual({ ok: true, value: true })
    expect(await evaluate({ all: [yes, failing] })).toMatchObject({ ok: false, error: { code: 'draft' } })
  })
})
