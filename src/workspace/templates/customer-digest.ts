import { literal } from '#domain'
import { createFlowBuilder, resultOf } from './flow-builder.ts'
import type { Template } from './template.ts'

/** Lists customers and writes a line for each: a request, a loop, a value made of several. */
export const customerDigest: Template = {
  key: 'customer-digest',
  build: (createId, text) => {
    const builder = createFlowBuilder(createId, text)
    const word = (key: string) => text(`home.template.customer-digest.${key}`)
    const customers = builder.action('demo', 'list-customers', word('list'), { limit: literal(5) })
    const each = builder.loop(word('each'), resultOf(customers), (current) => [
      builder.action('core', 'set-fields', word('card'), {
        fields: {
          kind: 'fields',
          rows: ['name', 'region', 'active'].map((key) => ({ key, value: current(key) })),
        },
      }),
      builder.action('core', 'log', word('line'), {
        message: {
          kind: 'template',
          parts: [current('name'), { kind: 'text', text: ' · ' }, current('company')],
        },
      }),
    ])
    builder.flow(word('flow'), '', [customers, each])
    return builder.document(word('name'), word('description'))
  },
}
