import type { DemoRequest, DemoResponse } from './demo-message.ts'
import { recordById, type DemoRecord, type DemoResource, type DemoWriting } from './demo-resource.ts'
import type { DemoStore } from './demo-store.ts'
import { listRecords } from './list-records.ts'
import { readDraft } from './read-draft.ts'
import { emptyResponse, jsonResponse, methodNotAllowed, problemResponse } from './respond.ts'

/** Records a table may grow to: the state lives in memory and anyone may write. */
const MAX_RECORDS = 2000

/** What the routes of a collection work on. */
export interface ResourceContext {
  readonly store: DemoStore
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Keeps the record when it fits the others; otherwise says why not. */
function save(
  resource: DemoResource,
  writing: DemoWriting,
  record: DemoRecord,
  store: DemoStore,
): { readonly saved: DemoRecord } | { readonly refused: DemoResponse } {
  const objection = writing.objectionTo(record, store.tables())
  if (objection) return { refused: problemResponse(objection.status, objection.code, { errors: [objection] }) }
  const saved = writing.derive(record)
  store.put(resource.name, saved)
  return { saved }
}

/** `GET` a page of the collection, `POST` a new record (201 with `Location`). */
export function collectionRoute(resource: DemoResource, request: DemoRequest, context: ResourceContext): DemoResponse {
  const { store, now } = context
  const records = store.tables()[resource.name] ?? []
  if (request.method === 'GET') return listRecords(records, request, resource.fields)
  const { writing } = resource
  if (request.method !== 'POST' || !writing)
    return methodNotAllowed(writing ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'])
  const draft = readDraft(request, writing.draft)
  if (!draft.ok) return draft.error
  if (records.length >= MAX_RECORDS) return problemResponse(507, 'demo-full')
  const id = store.nextId(resource.name)
  const record = { id, ...draft.value, createdAt: new Date(now()).toISOString() }
  const outcome = save(resource, writing, record, store)
  if ('refused' in outcome) return outcome.refused
  return jsonResponse(201, outcome.saved, { Location: `/demo/${resource.name}/${id}` })
}

/** `GET`, `PATCH` and `DELETE` one record. */
export function itemRoute(
  resource: DemoResource,
  id: string,
  request: DemoRequest,
  { store }: ResourceContext,
): DemoResponse {
  const { writing } = resource
  const record = recordById(store.tables(), resource.name, id)
  if (!record) return problemResponse(404, 'record-not-found')
  if (request.method === 'GET') return jsonResponse(200, record)
  if (writing && request.method === 'PATCH') {
    const patch = readDraft(request, writing.patch)
    if (!patch.ok) return patch.error
    const outcome = save(resource, writing, { ...record, ...patch.value, id: record.id }, store)
    return 'refused' in outcome ? outcome.refused : jsonResponse(200, outcome.saved)
  }
  if (writing && request.method === 'DELETE') {
    const objection = writing.objectionToDelete(record, store.tables())
    if (objection) return problemResponse(objection.status, objection.code, { errors: [objection] })
    store.remove(resource.name, record.id)
    return emptyResponse(204)
  }
  return methodNotAllowed(writing ? ['GET', 'HEAD', 'PATCH', 'DELETE'] : ['GET', 'HEAD'])
}

/** `GET /demo/customers/:id/orders`: a page of one customer's orders. */
export function customerOrdersRoute(
  id: string,
  orders: DemoResource,
  request: DemoRequest,
  { store }: ResourceContext,
): DemoResponse {
  if (request.method !== 'GET') return methodNotAllowed(['GET', 'HEAD'])
  const customer = recordById(store.tables(), 'customers', id)
  if (!customer) return problemResponse(404, 'record-not-found')
  const own = (store.tables()['orders'] ?? []).filter((order) => order.customerId === customer.id)
  return listRecords(own, request, orders.fields)
}
