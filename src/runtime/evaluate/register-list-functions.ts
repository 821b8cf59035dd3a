import { sameJson, type Json } from '#base'
import type jsonata from 'jsonata'

/** What JSONata hands its own functions beside what it declares. */
interface Focus extends jsonata.Focus {
  readonly environment: jsonata.Environment & { readonly base: { readonly guardrails: () => void } }
  /** An empty list that JSONata takes apart again: none is nothing, one is the item itself. */
  readonly createSequence: () => unknown[]
}

type List = readonly unknown[]
/** Whether two neighbours have to change places. */
type IsAfter = (left: unknown, right: unknown) => unknown

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
/** A list or an object, and no function of an expression. */
const isData = (value: unknown): value is object => isObject(value) && !('_jsonata_lambda' in value)

/** A stable merge sort that asks in the order in which JSONata's does, and needs memory for one more list only. */
async function mergeSorted(items: List, isAfter: IsAfter, check: () => void): Promise<List> {
  if (items.length <= 1) return items
  const middle = Math.floor(items.length / 2)
  const left = await mergeSorted(items.slice(0, middle), isAfter, check)
  const right = await mergeSorted(items.slice(middle), isAfter, check)
  const merged: unknown[] = []
  let [l, r] = [0, 0]
  while (l < left.length && r < right.length) {
    check()
    // oxlint-disable-next-line no-await-in-loop -- which pair is next depends on the answer
    const swap = Boolean(await isAfter(left[l], right[r]))
    merged.push(swap ? right[r] : left[l])
    if (swap) r += 1
    else l += 1
  }
  for (; l < left.length; l += 1) merged.push(left[l])
  for (; r < right.length; r += 1) merged.push(right[r])
  return merged
}

/** Numbers or texts in their own order; of anything else JSONata does not know which is first. */
function naturallySorted(items: List): List {
  const isSortable = ['number', 'string'].some((type) => items.every((item) => typeof item === type))
  // oxlint-disable-next-line typescript/only-throw-error -- what JSONata throws
  if (!isSortable) throw { code: 'D3070', index: 1 }
  return (items as readonly number[]).toSorted((a, b) => (a < b ? -1 : Number(a > b)))
}

function sort(this: Focus, items?: List, isAfter?: IsAfter): List | undefined | Promise<List> {
  if (!items || items.length <= 1) return items
  if (!isAfter) return naturallySorted(items)
  const { base } = this.environment
  return mergeSorted([...items], isAfter, () => base.guardrails())
}

function distinct(this: Focus, items: unknown): unknown {
  if (!Array.isArray(items) || items.length <= 1) return items
  const { base } = this.environment
  const plain = new Set<unknown>()
  const structured: Json[] = []
  const found = 'sequence' in items ? this.createSequence() : []
  for (const item of items as List) {
    if (isObject(item)) {
      base.guardrails()
      if (structured.some((other) => sameJson(other, item as Json))) continue
      structured.push(item as Json)
    } else {
      if (plain.has(item)) continue
      plain.add(item)
    }
    found.push(item)
  }
  return found
}

function spread(this: Focus, value: unknown): unknown {
  if (!isData(value)) return value
  const found = this.createSequence()
  const add = (item: unknown): void => {
    if (Array.isArray(item)) for (const inner of item as List) add(inner)
    else if (isData(item)) for (const [key, member] of Object.entries(item)) found.push({ [key]: member as unknown })
    else if (item !== undefined) found.push(item)
  }
  add(value)
  return Array.isArray(value) && value.length > 0 ? [...found] : found
}

/** The number of a list that is furthest to one side; JSONata's own passes the whole list as arguments. */
const furthest = (pick: (a: number, b: number) => number) =>
  function pickOf(numbers?: readonly number[]): number | undefined {
    return numbers && numbers.length > 0 ? numbers.reduce((a, b) => pick(a, b)) : undefined
  }

/**
 * Registers JSONata's functions on lists that take quadratic time or memory, or the stack, in forms that do not: they
 * answer the same.
 */
export function registerListFunctions(expression: jsonata.Expression): void {
  expression.registerFunction('sort', sort as (this: jsonata.Focus, ...args: readonly unknown[]) => unknown, '<af?:a>')
  expression.registerFunction('distinct', distinct as (this: jsonata.Focus, items: unknown) => unknown, '<x:x>')
  expression.registerFunction('spread', spread as (this: jsonata.Focus, value: unknown) => unknown, '<x-:a<o>>')
  expression.registerFunction('max', furthest(Math.max), '<a<n>:n>')
  expression.registerFunction('min', furthest(Math.min), '<a<n>:n>')
}
