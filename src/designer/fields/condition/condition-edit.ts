import { literal, UNARY_OPERATORS, type Condition, type ConditionOperator } from '#domain'

/** A comparison. */
export type Comparison = Extract<Condition, { op: ConditionOperator }>

/** All or any of several. */
export type ConditionGroup = Exclude<Condition, Comparison>

/** A condition as a group: a bare comparison is shown as the only one of its group. */
export function asGroup(condition: Condition): ConditionGroup {
  return 'op' in condition ? { all: [condition] } : condition
}

/** How the parts of a group combine. */
export const modeOfGroup = (group: ConditionGroup): 'all' | 'any' => ('all' in group ? 'all' : 'any')

/** The parts of a group. */
export const partsOf = (group: ConditionGroup): readonly Condition[] => ('all' in group ? group.all : group.any)

/** A group of these parts. */
export const groupOf = (mode: 'all' | 'any', parts: readonly Condition[]): ConditionGroup =>
  mode === 'all' ? { all: parts } : { any: parts }

/** A comparison that is still to be filled in. */
export const newComparison = (): Comparison => ({ op: 'equals', left: literal(''), right: literal('') })

/** The comparison with another operator. One that looks at the left side alone has no right side; back again it has an empty one. */
export function withOperator(comparison: Comparison, op: ConditionOperator): Comparison {
  const { left, right } = comparison
  return UNARY_OPERATORS.has(op) ? { op, left } : { op, left, right: right ?? literal('') }
}

/** The operators as they are offered, in sections. */
export const OPERATOR_SECTIONS = {
  compare: ['equals', 'not-equals', 'greater', 'greater-or-equal', 'less', 'less-or-equal'],
  text: ['contains', 'not-contains', 'in', 'not-in', 'starts-with', 'not-starts-with', 'ends-with', 'not-ends-with'],
  presence: ['exists', 'not-exists', 'is-empty', 'is-not-empty', 'is-true', 'is-false'],
  date: ['date-before', 'date-after', 'date-same'],
} as const satisfies Readonly<Record<string, readonly ConditionOperator[]>>
