import { ConditionOperator, literal, UNARY_OPERATORS } from '#domain'
import { expect, it } from 'vitest'
import { asGroup, OPERATOR_SECTIONS, withOperator } from '../../../../src/designer/fields/condition/condition-edit.ts'
import { equals, ref } from '../../../fixtures/doc-builder.ts'

it('offers every operator once', () => {
  const offered = Object.values(OPERATOR_SECTIONS).flat()
  expect(offered.toSorted()).toEqual([...ConditionOperator.options].toSorted())
})

it.each(ConditionOperator.options)('%s has a right side exactly when it compares with one', (op) => {
  const next = withOperator({ op: 'equals', left: ref('Get'), right: literal('x') }, op)
  expect('right' in next).toBe(!UNARY_OPERATORS.has(op))
})

it('shows a bare comparison as the only one of its group', () => {
  const bare = equals(ref('Get'), 1)
  expect(asGroup(bare)).toEqual({ all: [bare] })
  expect(asGroup({ any: [bare] })).toEqual({ any: [bare] })
})
