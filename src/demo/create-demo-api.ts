import { customers } from './customers.ts'
import type { DemoRequest, DemoResponse } from './demo-message.ts'
import { createDemoStore } from './demo-store.ts'
import { indexRoute } from './index-route.ts'
import { orders } from './orders.ts'
import { privateRoute } from './private-routes.ts'
import { regions } from './regions.ts'
import { collectionRoute, customerOrdersRoute, itemRoute, type ResourceContext } from './resource-routes.ts'
import { emptyResponse, methodNotAllowed, problemResponse } from './respond.ts'
import { teachingRoute } from './teaching-routes.ts'
import { tickets } from './tickets.ts'

/** One instance of the demo API with its own memory. */
export interface DemoApi {
  readonly handle: (request: DemoRequest) => DemoResponse
}

/** What a demo API needs. */
export interface DemoApiOptions {
  /** Milliseconds since the epoch, for `createdAt` of new records. */
  readonly now: () => number
  /** Another seed gives other, equally plausible data. */
  readonly seed?: number
}

const PUBLIC = new Map([customers, orders, tickets, regions].map((resource) => [resource.name, resource]))

/** Path segments after `/demo`, decoded; null when the path lies outside or cannot be decoded. */
function segmentsOf(path: string): readonly string[] | null {
  const [first, root, ...rest] = path.split('/')
  if (first !== '' || root !== 'demo') return null
  if (rest.at(-1) === '') rest.pop()
  try {
    return rest.map((segment) => decodeURIComponent(segment))
  } catch {
    return null
  }
}

/**
 * The built-in API that templates and first steps call: customers, orders, tickets, regions and, behind a key, reports;
 * paged, filterable, sortable and writable in memory, offline. `POST /demo/reset` restores the first data.
 */
export function createDemoApi({ now, seed = 1 }: DemoApiOptions): DemoApi {
  const store = createDemoStore(seed)
  const context: ResourceContext = { store, now }

  const route = (segments: readonly string[], request: DemoRequest): DemoResponse => {
    const [name = '', id, sub, ...more] = segments
    if (name === '') return request.method === 'GET' ? indexRoute() : methodNotAllowed(['GET', 'HEAD'])
    if (name === 'private') return privateRoute(segments.slice(1), request, context)
    if (name === 'reset' && id === undefined) {
      if (request.method !== 'POST') return methodNotAllowed(['POST'])
      store.reset()
      return emptyResponse(204)
    }
    const resource = PUBLIC.get(name)
    if (!resource) return teachingRoute(segments, request) ?? problemResponse(404, 'no-such-path')
    if (id === undefined) return collectionRoute(resource, request, context)
    if (sub === undefined) return itemRoute(resource, id, request, context)
    return name === 'customers' && sub === 'orders' && more.length === 0
      ? customerOrdersRoute(id, orders, request, context)
      : problemResponse(404, 'no-such-path')
  }

  return {
    handle: (request) => {
      const segments = segmentsOf(request.path)
      if (!segments) return problemResponse(404, 'no-such-path')
      if (request.method !== 'HEAD') return route(segments, request)
      return { ...route(segments, { ...request, method: 'GET' }), body: '' }
    },
  }
}
