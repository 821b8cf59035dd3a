import * as z from 'zod'
import { InputValue } from './input-value.ts'

/** Each is defined with examples in `runtime/SPEC.md`, in natural operand order: `left` op `right`. */
export const ConditionOperator = z.enum([
  'equals',
  'not-equals',
  'greater',
  'greater-or-equal',
  'less',
  'less-or-equal',
  'contains',
  'not-contains',
  'in',
  'not-in',
  'starts-with',
  'not-starts-with',
  'ends-with',
  'not-ends-with',
  'exists',
  'not-exists',
  'is-empty',
  'is-not-empty',
  'is-true',
  'is-false',
  'date-before',
  'date-after',
  'date-same',
])
export type ConditionOperator = z.infer<typeof ConditionOperator>

/** The operators that look at `left` alone. */
export const UNARY_OPERATORS: ReadonlySet<ConditionOperator> = new Set<ConditionOperator>([
  'exists',
  'not-exists',
  'is-empty',
  'is-not-empty',
  'is-true',
  'is-false',
])

/** A comparison, or all or any of several. An empty `all` holds, an empty `any` does not. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly op: ConditionOperator; readonly left: InputValue; readonly right?: InputValue | undefined }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ op: ConditionOperator, left: InputValue, right: InputValue.optional() }),
  ]),
)
