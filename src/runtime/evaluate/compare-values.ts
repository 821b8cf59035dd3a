import { err, isJsonObject, ok, sameJson, type Json, type Result } from '#base'
import type { ConditionOperator, Failure } from '#domain'
import { failure } from '../failure.ts'
import { kindOf } from './scope.ts'

type Value = Json | undefined
type Verdict = Result<boolean, Failure>

const NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/
/** A date, with a time or not, with an offset or not: RFC 3339 with seconds optional. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i

const isNothing = (value: Value): value is null | undefined => value === undefined || value === null

function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : undefined
}

/** A value as text: texts as they are, everything else as JSON. */
const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Whether two values are the same, a number or yes/no also as text: inputs typed by a person are texts. */
function equal(left: Value, right: Value): boolean {
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right)
  if (typeof left === 'number' || typeof right === 'number') {
    const number = numberOf(left)
    return number !== undefined && number === numberOf(right)
  }
  if (typeof left === 'boolean' || typeof right === 'boolean') return textOf(left) === textOf(right)
  return sameJson(left, right)
}

const notComparable = (operator: ConditionOperator, left: Value, right: Value): Verdict =>
  err(failure('condition-types', { operator, left: kindOf(left), right: kindOf(right) }))

/** Below zero: left is less. Numbers by value, texts by character. Nothing is never greater or less. */
function order(
  operator: ConditionOperator,
  left: Value,
  right: Value,
  holds: (difference: number) => boolean,
): Verdict {
  if (isNothing(left) || isNothing(right)) return ok(false)
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a !== undefined && b !== undefined) return ok(holds(a - b))
  if (typeof left !== 'string' || typeof right !== 'string') return notComparable(operator, left, right)
  return ok(holds(left < right ? -1 : Number(left > right)))
}

/** A text holds a text, a list an item, an object a key. */
function holds(operator: ConditionOperator, whole: Value, part: Value): Verdict {
  if (isNothing(whole)) return ok(false)
  if (Array.isArray(whole)) return ok((whole as readonly Json[]).some((item) => equal(item, part)))
  if (isNothing(part)) return ok(false)
  if (isJsonObject(whole)) return ok(typeof part === 'string' && Object.hasOwn(whole, part))
  if (typeof part === 'object') return notComparable(operator, whole, part)
  return ok(textOf(whole).includes(textOf(part)))
}

function affix(operator: ConditionOperator, left: Value, right: Value, test: 'startsWith' | 'endsWith'): Verdict {
  if (isNothing(left) || isNothing(right)) return ok(false)
  if (typeof left === 'object' || typeof right === 'object') return notComparable(operator, left, right)
  return ok(textOf(left)[test](textOf(right)))
}

function isEmpty(value: Value): boolean {
  if (isNothing(value) || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isJsonObject(value) && Object.keys(value).length === 0
}

interface Moment {
  readonly time: number
  /** Given without a time: the whole day, UTC. */
  readonly day: boolean
}

/** Whether the calendar has the day: `Date.parse` counts on into the next month. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

function momentOf(value: Json): Moment | undefined {
  if (typeof value === 'number') return { time: value, day: false }
  const [, date, clock, offset] = (typeof value === 'string' && DATE.exec(value.trim())) || []
  if (date === undefined || !isDay(date)) return undefined
  // Without an offset a time counts as UTC: the same document must not mean something else on another machine.
  const time = Date.parse(`${date}T${clock ?? '00:00'}${(offset ?? 'Z').toUpperCase()}`)
  return Number.isNaN(time) ? undefined : { time, day: clock === undefined }
}

const dayOf = ({ time }: Moment): number => Math.floor(time / 86_400_000)

/** Below zero: left is earlier. When one side is a day, days are compared. */
function dates(operator: ConditionOperator, left: Value, right: Value, test: (difference: number) => boolean): Verdict {
  if (isNothing(left) || isNothing(right)) return ok(false)
  const [a, b] = [momentOf(left), momentOf(right)]
  if (!a || !b) return err(failure('condition-date', { operator, side: a ? 'right' : 'left' }))
  return ok(test(a.day || b.day ? dayOf(a) - dayOf(b) : a.time - b.time))
}

const not = (verdict: Verdict): Verdict => (verdict.ok ? ok(!verdict.value) : verdict)

/** Whether `left op right` holds: SPEC C1-C11. Failures: `condition-types`, `condition-date`. */
export function compareValues(op: ConditionOperator, left: Value, right: Value): Verdict {
  switch (op) {
    case 'equals':
      return ok(equal(left, right))
    case 'not-equals':
      return ok(!equal(left, right))
    case 'greater':
      return order(op, left, right, (difference) => difference > 0)
    case 'greater-or-equal':
      return order(op, left, right, (difference) => difference >= 0)
    case 'less':
      return order(op, left, right, (difference) => difference < 0)
    case 'less-or-equal':
      return order(op, left, right, (difference) => difference <= 0)
    case 'contains':
      return holds(op, left, right)
    case 'not-contains':
      return not(holds(op, left, right))
    case 'in':
      return holds(op, right, left)
    case 'not-in':
      return not(holds(op, right, left))
    case 'starts-with':
      return affix(op, left, right, 'startsWith')
    case 'not-starts-with':
      return not(affix(op, left, right, 'startsWith'))
    case 'ends-with':
      return affix(op, left, right, 'endsWith')
    case 'not-ends-with':
      return not(affix(op, left, right, 'endsWith'))
    case 'exists':
      return ok(!isNothing(left))
    case 'not-exists':
      return ok(isNothing(left))
    case 'is-empty':
      return ok(isEmpty(left))
    case 'is-not-empty':
      return ok(!isEmpty(left))
    case 'is-true':
      return ok(left === true || left === 'true')
    case 'is-false':
      return ok(left === false || left === 'false')
    case 'date-before':
      return dates(op, left, right, (difference) => difference < 0)
    case 'date-after':
      return dates(op, left, right, (difference) => difference > 0)
    case 'date-same':
      return dates(op, left, right, (difference) => difference === 0)
  }
}
