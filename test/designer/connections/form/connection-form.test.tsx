// @vitest-environment jsdom
import { problem } from '#base'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ConnectionChip } from '../../../../src/designer/connections/connection-chip.tsx'
import { action, docOf, flow, http, stepId } from '../../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld, type ConnectionHost } from '../connection-world.tsx'

const two = docOf({ flows: [flow('Main', http('Get'), http('Put'))] })
const SECRET = 'sk-canary-51f0e7'
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const secretBox = (name: string) => screen.getByLabelText<HTMLInputElement>(name)

/** Opens the form on the node of `Get`; no connection exists, so the picker is the form. */
async function openForm(host: ConnectionHost = connectionHost([two])) {
  const world = await openWorld(
    [two],
    [<ConnectionChip key="1" stepId={stepId('Get')} />, <ConnectionChip key="2" stepId={stepId('Put')} />],
    host,
  )
  const { user, put } = world
  await user.click(screen.getAllByRole('button', { name: 'Choose connection' })[0]!)
  const choose = async (label: string, option: string) => {
    await user.click(screen.getByRole('button', { name: new RegExp(`${label}$`) }))
    await user.click(screen.getByRole('option', { name: option }))
  }
  const fill = async () => {
    await put(box('Connection name'), 'Sandbox')
    await put(box('Base URL'), 'https://api.example.com/v1')
    await put(secretBox('API key'), SECRET)
  }
  const connect = () => user.click(screen.getByRole('button', { name: 'Connect' }))
  return { ...world, choose, fill, connect }
}

const errorOf = (field: HTMLElement) =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')

it('V25 has the auth method on top and the connection below', async () => {
  await openForm()
  const headings = within(screen.getByRole('dialog')).getAllByRole('heading', { level: 3 })
  expect(headings.map((heading) => heading.textContent).slice(0, 2)).toEqual(['Auth method', 'Connection'])
})

it('V32 Connect makes method, connection and sealed secrets, and the step uses the connection at once', async () => {
  const { fill, connect, host, usedBy } = await openForm()
  await fill()
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('sandbox'))
  const { connections, authMethods } = host.workspaceNow()
  const [made] = Object.values(connections)
  expect(made).toMatchObject({ name: 'Sandbox', baseUrl: 'https://api.example.com/v1', connector: 'http' })
  expect(authMethods[made!.authMethod]).toMatchObject({
    type: 'api-key',
    settings: { insertIn: 'header', headerName: 'Authorization', valueTemplate: '${key}' },
  })
  expect(host.sealed).toEqual([
    { connection: made!.id, origins: ['https://api.example.com'], secrets: { apiKey: SECRET }, keepOthers: false },
  ])
  expect(screen.getByRole('button', { name: 'Connection: Sandbox' })).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Choose a connection' })).toBeNull())
})

it('C3 the secret is in no document, history, record or element once it is sealed', async () => {
  const { fill, connect, host, store, usedBy, user } = await openForm()
  await fill()
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('sandbox'))
  await user.click(screen.getByRole('button', { name: 'Connection: Sandbox' }))
  await user.click(screen.getByRole('button', { name: 'New connection' }))
  const inputs = [...document.querySelectorAll('input')].map((input) => input.value)
  const everything = JSON.stringify([store.getState(), host.workspaceNow(), [...host.stored.values()], inputs])
  expect(everything + document.body.innerHTML).not.toContain(SECRET)
  expect(inputs.length).toBeGreaterThan(3)
})

it('a second step is offered the connection of the first, first', async () => {
  const { fill, connect, usedBy, user } = await openForm(connectionHost([two], workspaceOf()))
  await fill()
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('sandbox'))
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  const group = screen.getByRole('group', { name: 'Used in this integration' })
  await user.click(within(group).getByRole('option', { name: 'Sandbox' }))
  expect(usedBy('Put')).toBe('sandbox')
})

it('C1 undo takes back slot and step; the connection stays in the workspace', async () => {
  const { fill, connect, usedBy, undo, doc, host } = await openForm()
  await fill()
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('sandbox'))
  undo()
  expect([usedBy('Get'), doc().slots]).toEqual([null, {}])
  expect(Object.values(host.workspaceNow().connections)).toHaveLength(1)
})

it('V29 Create saves the auth method by itself and chooses it', async () => {
  const { user, host, fill, connect, usedBy, put } = await openForm()
  await put(box('Auth method name'), 'Shop key')
  await put(box('Header name'), 'X-Key')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  const [method] = Object.values(host.workspaceNow().authMethods)
  expect(method).toMatchObject({ name: 'Shop key', settings: { headerName: 'X-Key' } })
  expect(host.workspaceNow().connections).toEqual({})
  await fill()
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('sandbox'))
  expect(Object.values(host.workspaceNow().authMethods)).toEqual([method])
  expect(Object.values(host.workspaceNow().connections)[0]?.authMethod).toBe(method?.id)
})

it('V21 V27 an auth method that exists is chosen and folded, and used again', async () => {
  const shop = connection('Shop', { type: 'bearer', credential: true })
  const { user, host, usedBy, put } = await openForm(connectionHost([two], workspaceOf([shop])))
  await user.click(screen.getByRole('button', { name: 'New connection' }))
  expect(screen.getByRole('button', { name: 'Auth method' }).getAttribute('aria-expanded')).toBe('false')
  await put(box('Connection name'), 'Second')
  await put(box('Base URL'), 'https://api.test')
  await put(secretBox('Token'), SECRET)
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  await waitFor(() => expect(usedBy('Get')).toBe('second'))
  expect(Object.values(host.workspaceNow().authMethods)).toEqual([shop.authMethod])
})

it('V26 V28 an API key asks for name, description, where it goes and under which name', async () => {
  const { choose } = await openForm()
  const asked = ['Auth method name', 'Description', 'Header name', 'Value template']
  expect(asked.filter((name) => screen.queryByRole('textbox', { name }) === null)).toEqual([])
  await choose('Insert in', 'Query parameter')
  expect(box('Parameter name').value).toBe('api_key')
  expect(screen.queryByRole('textbox', { name: 'Header name' })).toBeNull()
})

it.each([
  ['Bearer token', ['Token']],
  ['Basic', ['Username', 'Password']],
])('V32 %s asks for its own credentials', async (type, labels) => {
  const { choose } = await openForm()
  await choose('Authentication type', type)
  expect(labels.filter((label) => screen.queryByLabelText(label) === null)).toEqual([])
  expect(screen.queryByLabelText('API key')).toBeNull()
})

it('V47 V49 None asks for no credentials, warns, and seals nothing', async () => {
  const { user, choose, host, usedBy, put } = await openForm()
  await choose('Authentication type', 'None (bypass authentication)')
  expect(screen.getByText(/only when you are sure/)).toBeTruthy()
  expect(document.querySelector('input[type="password"]')).toBeNull()
  await put(box('Connection name'), 'Public')
  await put(box('Base URL'), 'https://api.example.com')
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  await waitFor(() => expect(usedBy('Get')).toBe('public'))
  expect(host.sealed).toEqual([])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('V30 the base URL is filled in from the connector, to be verified', async () => {
  const doc = docOf({ flows: [flow('Main', action('List', 'demo', 'list-reports'))] })
  const { user } = await openWorld([doc], <ConnectionChip stepId={stepId('List')} />)
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  expect(box('Base URL').value).toBe(`${location.origin}/demo`)
})

it('says beside each field what is wrong with it, and sends nothing', async () => {
  const { connect, host, put } = await openForm()
  await put(box('Base URL'), 'api.example.com')
  await put(box('Header name'), 'X Key:')
  await put(box('Value template'), 'Bearer')
  await connect()
  await waitFor(() => expect(box('Connection name').getAttribute('aria-invalid')).toBe('true'))
  expect(errorOf(box('Connection name'))).toContain('Give it a name')
  expect(errorOf(box('Base URL'))).toContain('“api.example.com” is not a URL')
  expect(errorOf(box('Header name'))).toContain('cannot be the name of a header')
  expect(errorOf(box('Value template'))).toContain('${key}')
  expect(host.workspaceNow()).toEqual(workspaceOf())
})

it('a pasted secret loses the line break around it, and the field says so', async () => {
  const { connect, host, fill, usedBy, put } = await openForm()
  await fill()
  await put(secretBox('API key'), ` ${SECRET}\n`)
  expect(secretBox('API key').value).toBe(SECRET)
  expect(errorOf(secretBox('API key'))).toContain('was removed')
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('sandbox'))
  expect(host.sealed[0]?.secrets).toEqual({ apiKey: SECRET })
})

it('a failure keeps everything typed, says why, and a second try makes no second connection', async () => {
  const { fill, connect, host, usedBy } = await openForm()
  host.refuse.credentials = problem('vault-busy')
  await fill()
  await connect()
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect([box('Connection name').value, secretBox('API key').value]).toEqual(['Sandbox', SECRET])
  expect(usedBy('Get')).toBeNull()
  host.refuse.credentials = null
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('sandbox'))
  expect(Object.values(host.workspaceNow().connections)).toHaveLength(1)
  expect(Object.values(host.workspaceNow().authMethods)).toHaveLength(1)
})

it('P20 asks for test credentials when the connection was made without', async () => {
  const { user, connect, host, usedBy, put } = await openForm()
  await put(box('Connection name'), 'Later')
  await put(box('Base URL'), 'https://api.example.com')
  await connect()
  const dialog = await screen.findByRole('dialog', { name: 'Add test credentials for Later' })
  expect(usedBy('Get')).toBe('later')
  await user.type(within(dialog).getByLabelText('API key'), SECRET)
  await user.click(within(dialog).getByRole('button', { name: 'Save credentials' }))
  await waitFor(() => expect(host.sealed.map(({ secrets }) => secrets)).toEqual([{ apiKey: SECRET }]))
})

it('gives its fields no name, so that nothing else fills them or keeps them', async () => {
  await openForm()
  const fields = [...screen.getByRole('dialog').querySelectorAll('input')]
  expect(fields.filter((field) => field.name !== '')).toEqual([])
  expect(secretBox('API key').autocomplete).toBe('off')
})

it('V21 V29 a client secret is sealed with the method, leaves the form, and is not asked for again', async () => {
  const { choose, put, user, host, usedBy, connect } = await openForm()
  await choose('Authentication type', 'OAuth 2.0')
  await choose('Grant', 'Client credentials')
  await put(box('Token URL'), 'https://login.example.com/token')
  await put(box('Client ID'), 'me')
  await put(secretBox('Client secret'), SECRET)
  await user.click(screen.getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(host.sealedMethods).toHaveLength(1))
  expect(host.sealedMethods[0]).toMatchObject({
    origins: ['https://login.example.com'],
    secrets: { clientSecret: SECRET },
  })
  expect(JSON.stringify(host.workspaceNow())).not.toContain(SECRET)
  expect(document.body.innerHTML).not.toContain(SECRET)
  await user.click(screen.getByRole('button', { name: 'Auth method' }))
  expect(screen.queryByLabelText('Client secret')).toBeNull()
  expect(screen.getByText(/is set; nothing more/)).toBeTruthy()
  await put(box('Connection name'), 'Shop')
  await put(box('Base URL'), 'https://api.example.com')
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('shop'))
  // It has everything it signs with: nothing is prompted for.
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(host.sealedMethods).toHaveLength(1)
})

it('V20 each ${name} of a custom method becomes a secret of the connection', async () => {
  const { choose, put, host, usedBy, connect, user } = await openForm()
  await choose('Authentication type', 'Custom')
  await put(box('Name 1'), 'X-App')
  await put(box('Value 1'), 'App ${app}')
  await user.click(screen.getByRole('button', { name: 'Add a part' }))
  await put(box('Value 2'), '${user}')
  await put(secretBox('app'), SECRET)
  await put(secretBox('user'), 'somebody')
  await put(box('Connection name'), 'Own')
  await put(box('Base URL'), 'https://api.example.com')
  await connect()
  await waitFor(() => expect(errorOf(box('Name 2'))).toContain('Give it a name.'))
  await put(box('Name 2'), 'X-User')
  await connect()
  await waitFor(() => expect(usedBy('Get')).toBe('own'))
  expect(host.sealed.map(({ secrets }) => secrets)).toEqual([{ app: SECRET, user: 'somebody' }])
  expect(Object.values(host.workspaceNow().authMethods)[0]?.settings).toEqual({
    parts: [
      { name: 'X-App', value: 'App ${app}', in: 'header' },
      { name: 'X-User', value: '${user}', in: 'header' },
    ],
  })
})

it('another type takes nothing along that was typed as a secret', async () => {
  const { choose, put } = await openForm()
  await put(secretBox('API key'), SECRET)
  await choose('Authentication type', 'Basic')
  await choose('Authentication type', 'API key in header, query or cookie')
  expect(secretBox('API key').value).toBe('')
})

it('D13 says at the field that the local server is needed', async () => {
  const { choose, put } = await openForm()
  await choose('Insert in', 'Cookie')
  expect(screen.getByText(/cannot send cookies elsewhere/)).toBeTruthy()
  await put(box('Base URL'), 'http://192.168.0.7')
  expect(errorOf(box('Base URL'))).toContain('cannot call http on another machine')
  await put(box('Base URL'), 'http://localhost:3000')
  expect(errorOf(box('Base URL'))).not.toContain('local server')
})

it('P13 says which fields all connections of a method share, and which are this connection’s', async () => {
  await openForm()
  expect(screen.getByText('Set once: every connection with this auth method has the same.')).toBeTruthy()
  expect(screen.getByText(/this connection’s alone/)).toBeTruthy()
})

it('V15 a step that sends is offered no type that only verifies webhooks', async () => {
  const { user } = await openForm()
  await user.click(screen.getByRole('button', { name: /Authentication type$/ }))
  const types = screen.getAllByRole('option').map(({ textContent }) => textContent ?? '')
  expect(types.length).toBeGreaterThan(5)
  expect(types.filter((type) => type.startsWith('HMAC'))).toEqual([])
})

it('V20 what is wrong below “More” unfolds it', async () => {
  const { user, fill, connect, put, usedBy } = await openForm()
  await fill()
  const more = screen.getByRole('button', { name: 'More' })
  await user.click(more)
  await put(box('Requests per second'), 'many')
  await user.click(more)
  // Leaving the field has said already that it is wrong.
  expect(more.getAttribute('aria-expanded')).toBe('true')
  await connect()
  await waitFor(() => expect(document.activeElement).toBe(box('Requests per second')))
  expect(usedBy('Get')).toBeNull()
})

it('V29 two auth methods of the same name are told apart by where they put the key', async () => {
  const inHeader = connection('API key', { type: 'api-key', settings: { insertIn: 'header', headerName: 'X-Api-Key' } })
  const inQuery = connection('Other', { type: 'api-key', settings: { insertIn: 'query', parameterName: 'token' } })
  const named = { ...inQuery, authMethod: { ...inQuery.authMethod, name: 'API key' } }
  const { user } = await openForm(connectionHost([two], { ...workspaceOf([inHeader, named]), connections: {} }))
  await user.click(screen.getByRole('button', { name: 'Auth method' }))
  await user.click(screen.getByRole('button', { name: /Auth Method$/i, expanded: false }))
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent)
  expect(options.slice(0, 2)).toEqual(['API keyAPI key · X-Api-Key', 'API keyAPI key · token'])
})
