import type { Json, JsonPath } from '#base'
import * as z from 'zod'
import { StepId, VariableId } from './ids.ts'
import { JsonValue } from './json-value.ts'

/** A way into a step's result: keys and indexes, so keys may hold spaces, dots and hyphens. */
export const ValuePath: z.ZodType<JsonPath> = z.array(z.union([z.string(), z.number().int().nonnegative()]))

/** One piece of a template: text, a step's result or a config variable. */
export const TemplatePart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('reference'), step: StepId, path: ValuePath }),
  z.strictObject({ kind: z.literal('variable'), variable: VariableId }),
])
export type TemplatePart = z.infer<typeof TemplatePart>

/** The kinds a draft may be meant as. */
export const DraftKind = z.enum(['literal', 'expression', 'template'])
export type DraftKind = z.infer<typeof DraftKind>

/**
 * What a person entered for an input.
 * - `draft`: half typed, meant `as` something; kept, reported by `validate`, refuses to run
 * - `literal`: JSON
 * - `reference`: the result of an earlier step, its type kept
 * - `variable`: a config variable
 * - `template`: text with references in it; always gives a text
 * - `expression`: JSONata; a step is `$step_…`, a config variable `$var_…`
 * - `list`: a value per item
 * - `fields`: key/value rows, in order; a key may repeat where the input allows it (headers, query)
 */
export type InputValue =
  | { readonly kind: 'draft'; readonly text: string; readonly as: DraftKind }
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'reference'; readonly step: StepId; readonly path: JsonPath }
  | { readonly kind: 'variable'; readonly variable: VariableId }
  | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
  | { readonly kind: 'expression'; readonly source: string }
  | { readonly kind: 'list'; readonly items: readonly InputValue[] }
  | { readonly kind: 'fields'; readonly rows: readonly FieldRow[] }

/** A row of a `fields` value. */
export interface FieldRow {
  readonly key: string
  readonly value: InputValue
}

export const InputValue: z.ZodType<InputValue> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('draft'), text: z.string(), as: DraftKind }),
    z.strictObject({ kind: z.literal('literal'), value: JsonValue }),
    z.strictObject({ kind: z.literal('reference'), step: StepId, path: ValuePath }),
    z.strictObject({ kind: z.literal('variable'), variable: VariableId }),
    z.strictObject({ kind: z.literal('template'), parts: z.array(TemplatePart) }),
    z.strictObject({ kind: z.literal('expression'), source: z.string() }),
    z.strictObject({ kind: z.literal('list'), items: z.array(InputValue) }),
    z.strictObject({
      kind: z.literal('fields'),
      rows: z.array(z.strictObject({ key: z.string(), value: InputValue })),
    }),
  ]),
)

/** A step's inputs by the key its action gives them. */
export const Inputs = z.record(z.string().min(1).max(200), InputValue)
export type Inputs = z.infer<typeof Inputs>

/** A literal input. */
export const literal = (value: Json): InputValue => ({ kind: 'literal', value })
