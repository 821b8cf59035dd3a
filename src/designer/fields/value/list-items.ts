import { literal, type InputValue } from '#domain'

/** The items of a value; a list given as JSON is shown item by item too. */
export function itemsOf(value: InputValue | undefined): readonly InputValue[] {
  if (value?.kind === 'list') return value.items
  return value?.kind === 'literal' && Array.isArray(value.value) ? value.value.map((item) => literal(item)) : []
}
