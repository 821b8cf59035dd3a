import { literal } from '#domain'
import { defineConnector } from '../../define-connector.ts'

/** How flows start and what they do with their own data. Control steps (branch, loop, stop …) are step kinds, not actions. */
export const coreConnector = defineConnector({
  key: 'core',
  version: 1,
  category: 'core',
  icon: 'workflow',
  // Whoever verifies sends nothing: the secrets are bound to where this application is.
  baseUrls: { here: '/' },
  authMethods: ['github', 'stripe', 'slack', 'shopify', 'standard-webhooks'].map((preset) => ({
    key: preset,
    type: 'hmac',
    settings: { preset, tolerance: '300' },
  })),
  triggers: [
    { key: 'manual', starts: 'manual', connection: 'none', sample: {} },
    {
      key: 'webhook',
      starts: 'webhook',
      connection: 'optional',
      accepts: 'webhook',
      sample: {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        query: {},
        body: { event: 'order.created', id: 42 },
        rawBody: '{"event":"order.created","id":42}',
      },
    },
  ],
  actions: [
    {
      key: 'set-fields',
      connection: 'none',
      inputs: [{ key: 'fields', type: 'fields', required: true, help: true }],
      sample: {},
    },
    {
      key: 'log',
      connection: 'none',
      inputs: [
        {
          key: 'level',
          type: 'choice',
          default: literal('info'),
          choices: { list: 'level', values: ['debug', 'info', 'warn', 'error'] },
        },
        { key: 'message', type: 'text', required: true, placeholder: true },
      ],
      sample: 'Order 42 arrived',
    },
  ],
})
