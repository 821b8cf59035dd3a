import { err, ok, type Json, type Result } from '#base'
import type { DemoRequest, DemoResponse } from './demo-message.ts'
import type { DemoRecord } from './demo-resource.ts'
import { fieldText } from './field-text.ts'
import { jsonResponse, problemResponse, type DemoFieldError } from './respond.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 100

interface ListQuery {
  readonly page: number
  readonly limit: number
  readonly sort: readonly { readonly field: string; readonly down: boolean }[]
}

const wholeNumber = (text: string, from: number, to: number): number | null => {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : null
}

function readQuery(
  query: DemoRequest['query'],
  fields: readonly string[],
): Result<ListQuery, readonly DemoFieldError[]> {
  const given = new Map(query)
  const page = wholeNumber(given.get('page') ?? '1', 1, 100_000)
  const limit = wholeNumber(given.get('limit') ?? String(DEFAULT_LIMIT), 1, MAX_LIMIT)
  const sort = (given.get('sort') ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => ({ field: part.replace(/^-/, ''), down: part.startsWith('-') }))
  const errors = [
    ...(page === null ? [{ field: 'page', code: 'out-of-range' }] : []),
    ...(limit === null ? [{ field: 'limit', code: 'out-of-range' }] : []),
    ...(sort.every(({ field }) => fields.includes(field)) ? [] : [{ field: 'sort', code: 'unknown-field' }]),
  ]
  return page === null || limit === null || errors.length > 0 ? err(errors) : ok({ page, limit, sort })
}

function compare(a: Json | undefined, b: Json | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [fieldText(a), fieldText(b)]
  return left < right ? -1 : Number(left > right)
}

function filtered(records: readonly DemoRecord[], query: DemoRequest['query'], fields: readonly string[]) {
  const wanted = fields
    .map((field) => ({ field, values: query.filter(([name]) => name === field).map(([, value]) => value) }))
    .filter(({ values }) => values.length > 0)
  const text = (query.find(([name]) => name === 'q')?.[1] ?? '').toLowerCase()
  return records.filter(
    (record) =>
      wanted.every(({ field, values }) => values.includes(fieldText(record[field]))) &&
      (text === '' ||
        Object.values(record).some((value) => typeof value === 'string' && value.toLowerCase().includes(text))),
  )
}

/** `Link` of RFC 8288 with relative targets, keeping every other query pair. */
function linkHeader(request: DemoRequest, page: number, limit: number, last: number): string {
  const others = request.query.filter(([name]) => name !== 'page' && name !== 'limit')
  const link = (rel: string, target: number) => {
    const query = new URLSearchParams()
    for (const [name, value] of [...others, ['page', String(target)] as const, ['limit', String(limit)] as const]) {
      query.append(name, value)
    }
    return `<${request.path}?${query.toString()}>; rel="${rel}"`
  }
  return [
    link('first', 1),
    ...(page > 1 ? [link('prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [link('next', page + 1)] : []),
    link('last', last),
  ].join(', ')
}

/**
 * One page of `records` after filters (`field=value`, repeated for any of several; `q` searches every text), `sort`
 * (comma-separated, `-` for descending), `page` and `limit` (at most 100). Unknown names are ignored; a page past the
 * end is empty. 400 with `errors` when `page`, `limit` or `sort` make no sense.
 */
export function listRecords(
  records: readonly DemoRecord[],
  request: DemoRequest,
  fields: readonly string[],
): DemoResponse {
  const query = readQuery(request.query, fields)
  if (!query.ok) return problemResponse(400, 'bad-query', { errors: query.error })
  const { page, limit, sort } = query.value
  const matching = filtered(records, request.query, fields).toSorted((a, b) => {
    for (const { field, down } of sort) {
      const order = compare(a[field], b[field])
      if (order !== 0) return down ? -order : order
    }
    return 0
  })
  const last = Math.max(1, Math.ceil(matching.length / limit))
  return jsonResponse(200, matching.slice((page - 1) * limit, page * limit), {
    'X-Total-Count': String(matching.length),
    Link: linkHeader(request, page, limit, last),
  })
}
