import type { ActionDraft, InputDraft } from '../../define-connector.ts'
import { idInput, listInputs, listQuery } from './list-inputs.ts'
import { sampleTicket } from './samples.ts'

const customer: InputDraft = { key: 'customerId', type: 'number' }
const status: InputDraft = {
  key: 'status',
  type: 'choice',
  choices: { list: 'ticketStatus', values: ['open', 'pending', 'solved'] },
}
const priority: InputDraft = {
  key: 'priority',
  type: 'choice',
  choices: { list: 'priority', values: ['low', 'normal', 'high', 'urgent'] },
}

/** What can be done with the demo API's tickets. */
export const ticketActions: readonly ActionDraft[] = [
  {
    key: 'list-tickets',
    connection: 'required',
    inputs: [...listInputs, customer, status],
    request: {
      method: 'GET',
      path: '/tickets',
      query: { ...listQuery, customerId: '{customerId}', status: '{status}' },
    },
    sample: [sampleTicket],
  },
  {
    key: 'create-ticket',
    connection: 'required',
    inputs: [
      { ...customer, required: true },
      { key: 'subject', type: 'text', required: true },
      { key: 'body', type: 'text' },
      priority,
    ],
    request: { method: 'POST', path: '/tickets', bodyFields: ['customerId', 'subject', 'body', 'priority'] },
    sample: sampleTicket,
  },
  {
    key: 'update-ticket',
    connection: 'required',
    inputs: [idInput, { key: 'subject', type: 'text' }, { key: 'body', type: 'text' }, status, priority],
    request: { method: 'PATCH', path: '/tickets/{id}', bodyFields: ['subject', 'body', 'status', 'priority'] },
    sample: sampleTicket,
  },
]
