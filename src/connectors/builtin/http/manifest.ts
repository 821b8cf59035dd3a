import { literal } from '#domain'
import { defineConnector } from '../../define-connector.ts'

/** Any HTTP API. Offers no auth method of its own: a connection of it may use every type. */
export const httpConnector = defineConnector({
  key: 'http',
  version: 1,
  category: 'http',
  icon: 'globe',
  actions: [
    {
      key: 'send',
      connection: 'optional',
      accepts: 'any',
      inputs: [
        {
          key: 'method',
          type: 'choice',
          required: true,
          default: literal('GET'),
          choices: { verbatim: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] },
        },
        { key: 'url', type: 'text', required: true, help: true, placeholder: true },
        { key: 'query', type: 'fields', repeatable: true },
        { key: 'headers', type: 'fields', repeatable: true, help: true },
        {
          key: 'bodyType',
          type: 'choice',
          default: literal('none'),
          choices: { list: 'bodyType', values: ['none', 'json', 'form', 'text'] },
        },
        { key: 'jsonBody', type: 'json', showWhen: { input: 'bodyType', in: ['json'] } },
        { key: 'formBody', type: 'fields', repeatable: true, showWhen: { input: 'bodyType', in: ['form'] } },
        { key: 'textBody', type: 'code', showWhen: { input: 'bodyType', in: ['text'] } },
        {
          key: 'expect',
          type: 'choice',
          help: true,
          advanced: true,
          default: literal('auto'),
          choices: { list: 'expect', values: ['auto', 'json', 'text'] },
        },
        { key: 'timeoutSeconds', type: 'number', help: true, advanced: true, default: literal(30) },
        { key: 'failOnStatus', type: 'boolean', help: true, advanced: true, default: literal(true) },
      ],
      sample: { status: 200, headers: { 'content-type': 'application/json' }, body: {} },
    },
  ],
})
