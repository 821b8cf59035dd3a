import type { ActionDraft, InputDraft } from '../../define-connector.ts'
import { idInput, listInputs, listQuery } from './list-inputs.ts'
import { sampleCustomer } from './samples.ts'

const region: InputDraft = { key: 'region', type: 'choice', choices: { dataSource: 'regions' } }

const fields: readonly InputDraft[] = [
  { key: 'company', type: 'text' },
  region,
  { key: 'plan', type: 'choice', choices: { list: 'plan', values: ['free', 'team', 'business'] } },
  { key: 'active', type: 'boolean' },
]
const bodyFields = ['name', 'email', 'company', 'region', 'plan', 'active']

/** What can be done with the demo API's customers. */
export const customerActions: readonly ActionDraft[] = [
  {
    key: 'list-customers',
    connection: 'required',
    inputs: [...listInputs, { key: 'q', type: 'text', help: true }, region],
    request: { method: 'GET', path: '/customers', query: { ...listQuery, q: '{q}', region: '{region}' } },
    sample: [sampleCustomer],
  },
  {
    key: 'get-customer',
    connection: 'required',
    inputs: [idInput],
    request: { method: 'GET', path: '/customers/{id}' },
    sample: sampleCustomer,
  },
  {
    key: 'create-customer',
    connection: 'required',
    inputs: [{ key: 'name', type: 'text', required: true }, { key: 'email', type: 'text', required: true }, ...fields],
    request: { method: 'POST', path: '/customers', bodyFields },
    sample: sampleCustomer,
  },
  {
    key: 'update-customer',
    connection: 'required',
    inputs: [idInput, { key: 'name', type: 'text' }, { key: 'email', type: 'text' }, ...fields],
    request: { method: 'PATCH', path: '/customers/{id}', bodyFields },
    sample: sampleCustomer,
  },
]
