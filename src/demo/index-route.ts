import type { DemoResponse } from './demo-message.ts'
import { DEMO_KEY_HEADER } from './demo-key.ts'
import { jsonResponse } from './respond.ts'

/** `GET /demo`: what there is, as data. */
export function indexRoute(): DemoResponse {
  return jsonResponse(200, {
    name: 'Patchbay demo API',
    resources: {
      customers: '/demo/customers',
      customerOrders: '/demo/customers/{id}/orders',
      orders: '/demo/orders',
      tickets: '/demo/tickets',
      regions: '/demo/regions',
      reports: '/demo/private/reports',
      me: '/demo/private/me',
    },
    listQuery: ['page', 'limit', 'sort', 'q', '{field}'],
    keyHeader: DEMO_KEY_HEADER,
    teaching: {
      status: '/demo/status/{code}',
      slow: '/demo/slow?ms=2000',
      html: '/demo/html',
      badJson: '/demo/bad-json',
      echo: '/demo/echo',
    },
    reset: '/demo/reset',
  })
}
