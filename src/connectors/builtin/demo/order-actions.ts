import type { ActionDraft, InputDraft } from '../../define-connector.ts'
import { idInput, listInputs, listQuery } from './list-inputs.ts'
import { sampleOrder } from './samples.ts'

const customer: InputDraft = { key: 'customerId', type: 'number' }
const status: InputDraft = {
  key: 'status',
  type: 'choice',
  choices: { list: 'orderStatus', values: ['draft', 'paid', 'shipped', 'cancelled', 'refunded'] },
}
const currency: InputDraft = { key: 'currency', type: 'choice', choices: { verbatim: ['EUR', 'USD', 'GBP'] } }
const items: InputDraft = { key: 'items', type: 'list', help: true }
const bodyFields = ['customerId', 'status', 'currency', 'items']

/** What can be done with the demo API's orders. */
export const orderActions: readonly ActionDraft[] = [
  {
    key: 'list-orders',
    connection: 'required',
    inputs: [...listInputs, customer, status],
    request: {
      method: 'GET',
      path: '/orders',
      query: { ...listQuery, customerId: '{customerId}', status: '{status}' },
    },
    sample: [sampleOrder],
  },
  {
    key: 'create-order',
    connection: 'required',
    inputs: [{ ...customer, required: true }, { ...items, required: true }, status, currency],
    request: { method: 'POST', path: '/orders', bodyFields },
    sample: sampleOrder,
  },
  {
    key: 'update-order',
    connection: 'required',
    inputs: [idInput, status, currency, items],
    request: { method: 'PATCH', path: '/orders/{id}', bodyFields: ['status', 'currency', 'items'] },
    sample: sampleOrder,
  },
]
