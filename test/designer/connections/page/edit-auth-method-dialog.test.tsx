// @vitest-environment jsdom
import type { CredentialId, Workspace } from '#domain'
import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { EditAuthMethodDialog } from '../../../../src/designer/connections/page/edit-auth-method-dialog.tsx'
import { flowOf, http } from '../../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from '../connection-world.tsx'

const doc = flowOf(http('Get'))
const settings = {
  grant: 'client-credentials',
  tokenUrl: 'https://login.test/token',
  clientId: 'me',
  scopes: 'read',
  scopeSeparator: 'space',
  clientAuth: 'header',
  tokenParameters: [{ name: 'audience', value: 'shop' }],
}
const shop = connection('Shop', { type: 'oauth2', settings })
const other = connection('Other', { type: 'oauth2', authMethod: shop.authMethod.id })

/** Two connections with one method, and its secret, set for the token URL. */
const workspace: Workspace = {
  ...workspaceOf([shop, other]),
  credentials: {
    cred_shop00m: {
      id: 'cred_shop00m' as CredentialId,
      owner: { kind: 'auth-method', authMethod: shop.authMethod.id },
      purpose: { kind: 'organization' },
      origins: ['https://login.test'],
      tokenOrigin: null,
      revision: 1,
      fields: ['clientSecret'],
      expiresAt: null,
      lastCheck: null,
      updatedAt: 0,
    },
  },
}

async function openDialog() {
  const host = connectionHost([doc], workspace)
  const onClose = vi.fn()
  const world = await openWorld([doc], <EditAuthMethodDialog method={shop.authMethod} onClose={onClose} />, host)
  const save = () => world.user.click(screen.getByRole('button', { name: 'Save' }))
  const method = () => host.workspaceNow().authMethods[shop.authMethod.id]
  return { ...world, onClose, save, method }
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

it('V43 says how many connections share it, and shows its settings and that its secret is set', async () => {
  const { user } = await openDialog()
  expect(screen.getByText(/2 connections use it/)).toBeTruthy()
  expect(box('Token URL').value).toBe('https://login.test/token')
  expect(screen.getByText('Set')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe('')
  await user.click(screen.getByRole('button', { name: 'More options' }))
  expect([box('Name 1').value, box('Value 1').value]).toEqual(['audience', 'shop'])
})

it('V21 changes a setting, and leaves the secret as it is', async () => {
  const { put, save, method, host, onClose } = await openDialog()
  await put(box('Scopes'), 'read, write')
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(method()?.settings).toEqual({ ...settings, scopes: 'read write' })
  expect([host.sealedMethods, Object.keys(host.workspaceNow().credentials)]).toEqual([[], ['cred_shop00m']])
})

it('X10 another origin blanks the secret, says so, and takes a new one for it', async () => {
  const { put, save, host, onClose } = await openDialog()
  await put(box('Token URL'), 'https://other.test/token')
  expect(screen.getByText(/sealed for https:\/\/login.test has to be entered again/)).toBeTruthy()
  expect(screen.getByText('Empty')).toBeTruthy()
  await put(screen.getByLabelText('Client secret'), 'fresh')
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(host.sealedMethods).toEqual([
    { method: shop.authMethod.id, origins: ['https://other.test'], secrets: { clientSecret: 'fresh' } },
  ])
})

it('X10 another origin without a new secret forgets the old one', async () => {
  const { put, save, host, onClose } = await openDialog()
  await put(box('Token URL'), 'https://other.test/token')
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(host.workspaceNow().credentials).toEqual({})
})

it('V20 says beside the field what is wrong, and saves nothing', async () => {
  const { put, save, method } = await openDialog()
  await put(box('Token URL'), 'http://login.test/token')
  await save()
  await waitFor(() => expect(box('Token URL').getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText(/not encrypted/)).toBeTruthy()
  expect(method()).toEqual(shop.authMethod)
})

it('V43 asks in the order in which a new method is made: the client secret stands below the client ID', async () => {
  await openDialog()
  const labels = [...screen.getByRole('dialog').querySelectorAll('input')].map(
    ({ labels }) => labels?.item(0)?.textContent ?? '',
  )
  const at = (name: string) => labels.findIndex((label) => label.startsWith(name))
  expect(at('Client secret')).toBe(at('Client ID') + 1)
})
