import { DEMO_KEY, DEMO_KEY_HEADER } from './demo-key.ts'
import type { DemoRequest, DemoResponse } from './demo-message.ts'
import { reports } from './reports.ts'
import { collectionRoute, itemRoute, type ResourceContext } from './resource-routes.ts'
import { jsonResponse, methodNotAllowed, problemResponse } from './respond.ts'

/** Everything under `/demo/private`: 401 without the key (`key-missing`) or with another one (`key-wrong`). */
export function privateRoute(
  segments: readonly string[],
  request: DemoRequest,
  context: ResourceContext,
): DemoResponse {
  const key = request.headers[DEMO_KEY_HEADER.toLowerCase()]
  if (key !== DEMO_KEY) {
    const headers = { 'WWW-Authenticate': `ApiKey header="${DEMO_KEY_HEADER}"` }
    return problemResponse(401, key === undefined ? 'key-missing' : 'key-wrong', { headers })
  }
  const [name, id, ...more] = segments
  if (more.length > 0) return problemResponse(404, 'no-such-path')
  if (name === 'reports') {
    return id === undefined ? collectionRoute(reports, request, context) : itemRoute(reports, id, request, context)
  }
  if (name === 'me' && id === undefined) {
    return request.method === 'GET'
      ? jsonResponse(200, { name: 'Demo account', plan: 'business', scopes: ['reports:read'] })
      : methodNotAllowed(['GET', 'HEAD'])
  }
  return problemResponse(404, 'no-such-path')
}
