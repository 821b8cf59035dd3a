import { ok } from '#base'
import { builtinConnectors } from '#connectors'
import { StableKey, type StepRequest, type StepResponse } from '#domain'
import { loadChoices } from '#workbench'
import { expect, it } from 'vitest'

const connector = builtinConnectors.find(({ key }) => key === 'demo')!
const query = { connector, dataSource: 'regions', connection: StableKey.parse('demo-api'), inputs: {} }

function answering(status: number, body: StepResponse['body']) {
  const requests: StepRequest[] = []
  const send = async (request: StepRequest) => {
    requests.push(request)
    const response: StepResponse = {
      status,
      statusText: '',
      headers: {},
      body,
      bytes: 0,
      milliseconds: 1,
      transport: 'direct',
      url: 'http://localhost/demo/regions',
    }
    return ok(response)
  }
  return { requests, runner: { send } }
}

it('asks the data source and gives value and label of each item', async () => {
  const { requests, runner } = answering(200, {
    kind: 'json',
    value: [{ id: 'north', name: 'North' }, { id: 'south' }],
  })
  const choices = await loadChoices(runner, query)
  expect(requests[0]).toMatchObject({ method: 'GET', url: '/regions' })
  expect(choices).toEqual(
    ok([
      { value: 'north', label: 'North' },
      { value: 'south', label: 'south' },
    ]),
  )
})

it('says the status of a refusal, and that an answer without a list cannot be read', async () => {
  const refused = await loadChoices(answering(401, { kind: 'empty' }).runner, query)
  expect(refused).toMatchObject({ ok: false, error: { code: 'http-status', params: { status: 401 } } })
  const unreadable = await loadChoices(answering(200, { kind: 'text', text: '<html>', cut: false }).runner, query)
  expect(unreadable).toMatchObject({ ok: false, error: { code: 'choices-unreadable' } })
})
