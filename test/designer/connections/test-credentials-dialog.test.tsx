// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { TestCredentialsDialog } from '../../../src/designer/connections/test-credentials-dialog.tsx'
import { flowOf, http } from '../../fixtures/doc-builder.ts'
import { connection, workspaceOf, type BuiltConnection } from '../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from './connection-world.tsx'

const doc = flowOf(http('Get'))

async function openDialog(built: BuiltConnection) {
  const host = connectionHost([doc], workspaceOf([built]))
  const onOpenChange = vi.fn()
  const world = await openWorld(
    [doc],
    <TestCredentialsDialog connection={built.connection} isOpen onOpenChange={onOpenChange} />,
    host,
  )
  const save = () => world.user.click(screen.getByRole('button', { name: 'Save credentials' }))
  return { ...world, onOpenChange, save }
}

it('P22 seals new test credentials for the origin of the base URL, and says which that is', async () => {
  const { user, save, host, onOpenChange } = await openDialog(connection('Shop', { type: 'api-key' }))
  expect(screen.getByText('https://api.test')).toBeTruthy()
  await user.type(screen.getByLabelText('API key'), 'fresh-key')
  await save()
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false))
  expect(host.sealed).toEqual([
    { connection: 'conn_shop00', origins: ['https://api.test'], secrets: { apiKey: 'fresh-key' }, keepOthers: false },
  ])
})

it('shows only whether a secret is set; left empty, it stays', async () => {
  const basic = connection('Shop', { type: 'basic', credential: true, values: { username: 'ann' } })
  const { user, save, host, onOpenChange } = await openDialog(basic)
  expect(screen.getByText('Set')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('')
  const username = screen.getByRole<HTMLInputElement>('textbox', { name: 'Username' })
  expect(username.value).toBe('ann')
  await user.clear(username)
  await user.type(username, 'bob')
  await save()
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false))
  expect(host.sealed).toEqual([])
  expect(host.workspaceNow().connections[basic.connection.id]?.values).toEqual({ username: 'bob' })
})

it('a secret that was entered for another origin is shown as empty and has to be entered again', async () => {
  const moved = connection('Shop', { type: 'bearer', credential: true, baseUrl: 'https://elsewhere.test' })
  const { save, host } = await openDialog(moved)
  expect(screen.getByText('Empty')).toBeTruthy()
  await save()
  expect(await screen.findByText('Enter the Token.')).toBeTruthy()
  expect(host.sealed).toEqual([])
})

it('says beside the field what cannot be sent, seals nothing, and takes white space off what can', async () => {
  const { user, save, host, onOpenChange } = await openDialog(connection('Shop', { type: 'basic' }))
  const username = screen.getByRole<HTMLInputElement>('textbox', { name: 'Username' })
  await user.type(username, 'ann:bob')
  await user.type(screen.getByLabelText('Password'), 'a-secret ')
  await save()
  expect(await screen.findByText('A user name with a colon cannot be sent with basic authentication.')).toBeTruthy()
  expect(host.sealed).toEqual([])
  expect(onOpenChange).not.toHaveBeenCalled()
  await user.clear(username)
  await user.type(username, 'ann')
  await save()
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false))
  expect(host.sealed.map(({ secrets }) => secrets)).toEqual([{ password: 'a-secret' }])
})

it('a refusal keeps what was typed and says why', async () => {
  const { user, save, host, onOpenChange } = await openDialog(connection('Shop', { type: 'bearer' }))
  host.refuse.credentials = { code: 'vault-busy', params: {}, at: {} }
  await user.type(screen.getByLabelText('Token'), 'kept')
  await save()
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Token').value).toBe('kept')
  expect(onOpenChange).not.toHaveBeenCalled()
})

it('V47 says that there is nothing to enter when authentication is bypassed', async () => {
  await openDialog(connection('Public'))
  expect(screen.getByText(/nothing to enter/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Save credentials' })).toBeNull()
})

it('P20 asks for the secret that the method lacks, and seals it with the method', async () => {
  const settings = { grant: 'client-credentials', tokenUrl: 'https://login.test/token', clientId: 'me' }
  const { user, save, host, onOpenChange } = await openDialog(connection('Shop', { type: 'oauth2', settings }))
  await user.type(screen.getByLabelText('Client secret'), 'late-secret')
  await save()
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false))
  expect(host.sealedMethods).toEqual([
    { method: 'auth_shop00', origins: ['https://login.test'], secrets: { clientSecret: 'late-secret' } },
  ])
  expect(host.sealed).toEqual([])
})

it('P07 offers the button of the provider where consent is needed, and nothing to type', async () => {
  const settings = {
    grant: 'authorization-code',
    authorizationUrl: 'https://login.test/authorize',
    tokenUrl: 'https://login.test/token',
    clientId: 'me',
  }
  await openDialog(connection('Shop', { type: 'oauth2', settings }))
  expect(await screen.findByRole('button', { name: 'Connect to login.test' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Save credentials' })).toBeNull()
})

it('one secret of several is changed, and the others stay', async () => {
  const aws = connection('Shop', { type: 'aws-sigv4', credential: true, values: { accessKeyId: 'AKIA1' } })
  const { user, save, host, onOpenChange } = await openDialog(aws)
  expect(screen.getAllByText('Set')).toHaveLength(2)
  await user.type(screen.getByLabelText('Session token'), 'fresh')
  await save()
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false))
  expect(host.sealed).toMatchObject([{ secrets: { sessionToken: 'fresh' }, keepOthers: true }])
})

it('P21 a password that is gone may be left out again, which is then meant', async () => {
  const lost = connection('Shop', { type: 'basic', values: { username: 'ann' }, secretsSet: ['password'] })
  const { save, host, onOpenChange } = await openDialog(lost)
  expect(screen.getByText('Empty')).toBeTruthy()
  await save()
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false))
  expect(host.workspaceNow().connections[lost.connection.id]?.secretsSet).toEqual([])
})

it('P21 remembers which secrets were entered', async () => {
  const basic = connection('Shop', { type: 'basic', values: { username: 'ann' } })
  const { user, save, host, onOpenChange } = await openDialog(basic)
  await user.type(screen.getByLabelText('Password'), 'a-secret')
  await save()
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false))
  expect(host.workspaceNow().connections[basic.connection.id]?.secretsSet).toEqual(['password'])
})

it('P21 asks for a client secret that is gone before it connects', async () => {
  const settings = {
    grant: 'authorization-code',
    authorizationUrl: 'https://login.test/authorize',
    tokenUrl: 'https://login.test/token',
    clientId: 'me',
  }
  const built = connection('Shop', { type: 'oauth2', settings })
  const lost = { ...built, authMethod: { ...built.authMethod, secretsSet: ['clientSecret'] } }
  const { user, save, host } = await openDialog(lost)
  expect(screen.queryByText(/You sign in at login.test/)).toBeNull()
  await user.type(screen.getByLabelText('Client secret'), 'again')
  await save()
  expect(await screen.findByText(/You sign in at login.test/)).toBeTruthy()
  const method = () => host.workspaceNow().authMethods[lost.authMethod.id]
  expect([host.sealedMethods.length, method()?.secretsSet]).toEqual([1, ['clientSecret']])
})

it('P21 a client secret that is gone and left empty is missed no more', async () => {
  const settings = { grant: 'authorization-code', authorizationUrl: 'https://login.test/go', clientId: 'me' }
  const built = connection('Shop', { type: 'oauth2', settings })
  const lost = { ...built, authMethod: { ...built.authMethod, secretsSet: ['clientSecret'] } }
  const { save, host } = await openDialog(lost)
  await save()
  expect(await screen.findByText(/You sign in at login.test/)).toBeTruthy()
  expect(host.workspaceNow().authMethods[lost.authMethod.id]?.secretsSet).toEqual([])
})
