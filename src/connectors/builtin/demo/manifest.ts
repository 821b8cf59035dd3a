import { defineConnector } from '../../define-connector.ts'
import { customerActions } from './customer-actions.ts'
import { idInput } from './list-inputs.ts'
import { orderActions } from './order-actions.ts'
import { sampleReport } from './samples.ts'
import { ticketActions } from './ticket-actions.ts'

/** The built-in demo API. Its base URL is relative: the host resolves it against where the application is served. */
export const demoConnector = defineConnector({
  key: 'demo',
  version: 1,
  category: 'demo',
  icon: 'flask-conical',
  baseUrls: { local: '/demo' },
  authMethods: [
    {
      key: 'api-key',
      type: 'api-key',
      settings: { insertIn: 'header', headerName: 'X-Demo-Key', valueTemplate: '${key}' },
    },
    { key: 'none', type: 'none', settings: {} },
  ],
  check: { method: 'GET', path: '/private/me' },
  actions: [
    ...customerActions,
    ...orderActions,
    ...ticketActions,
    {
      key: 'list-reports',
      connection: 'required',
      request: { method: 'GET', path: '/private/reports' },
      sample: [sampleReport],
    },
    {
      key: 'get-report',
      connection: 'required',
      inputs: [idInput],
      request: { method: 'GET', path: '/private/reports/{id}' },
      sample: sampleReport,
    },
  ],
  dataSources: [{ key: 'regions', request: { method: 'GET', path: '/regions' }, value: 'id', label: 'name' }],
})
