import { literal } from '#domain'
import { createFlowBuilder, resultOf } from './flow-builder.ts'
import type { Template } from './template.ts'

/** Looks through open tickets and takes the urgent ones: a loop with a branch, and a request that writes. */
export const ticketTriage: Template = {
  key: 'ticket-triage',
  build: (createId, text) => {
    const builder = createFlowBuilder(createId, text)
    const word = (key: string) => text(`home.template.ticket-triage.${key}`)
    const tickets = builder.action('demo', 'list-tickets', word('list'), {
      status: literal('open'),
      limit: literal(6),
    })
    const each = builder.loop(word('each'), resultOf(tickets), (current) => [
      builder.branch(
        word('branch'),
        {
          name: word('urgent'),
          when: {
            any: [
              { op: 'equals', left: current('priority'), right: literal('urgent') },
              { op: 'equals', left: current('priority'), right: literal('high') },
            ],
          },
          body: [
            builder.action('demo', 'update-ticket', word('take'), {
              id: current('id'),
              status: literal('pending'),
            }),
          ],
        },
        [
          builder.action('core', 'log', word('leave'), {
            message: { kind: 'template', parts: [{ kind: 'text', text: `${word('waits')} ` }, current('subject')] },
          }),
        ],
      ),
    ])
    builder.flow(word('flow'), '', [tickets, each])
    return builder.document(word('name'), word('description'))
  },
}
