// @vitest-environment jsdom
import { builtinConnectors } from '#connectors'
import { NO_LIMITS } from '#domain'
import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { EditConnectionDialog } from '../../../../src/designer/connections/page/edit-connection-dialog.tsx'
import { flowOf, http } from '../../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from '../connection-world.tsx'

const doc = flowOf(http('Get'))
const connector = builtinConnectors.find(({ key }) => key === 'http')!

async function openEdit(parts: Parameters<typeof connection>[1] = {}) {
  const shop = connection('Shop', parts)
  const host = connectionHost([doc], workspaceOf([shop]))
  const onClose = vi.fn()
  const world = await openWorld(
    [doc],
    <EditConnectionDialog
      connection={shop.connection}
      connector={connector}
      onClose={onClose}
      onNeedsCredentials={() => undefined}
    />,
    host,
  )
  const save = () => world.user.click(screen.getByRole('button', { name: 'Save' }))
  const saved = () => host.workspaceNow().connections[shop.connection.id]
  return { ...world, save, saved, onClose }
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

it('Test connection: a method and a path are chosen under More, and checked beside the field', async () => {
  const { user, put, save, saved, onClose } = await openEdit()
  expect(screen.queryByRole('textbox', { name: /Test path/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /Test with$/ }))
  await user.click(screen.getByRole('option', { name: 'GET' }))
  await put(box('Test path'), 'https://elsewhere.test/me')
  await save()
  expect(await screen.findByText(/never goes to another address/)).toBeTruthy()
  expect(onClose).not.toHaveBeenCalled()
  await put(box('Test path'), '/me')
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(saved()?.check).toEqual({ method: 'GET', path: '/me' })
})

it('Limits: are shown as they are, checked beside the field, and taken away by emptying it', async () => {
  const limits = { ...NO_LIMITS, requestsPerSecond: 2.5, concurrent: 3 }
  const { put, user, save, saved, onClose } = await openEdit({ limits, check: { method: 'GET', path: '' } })
  expect(box('Requests per second').value).toBe('2.5')
  expect(box('Timeout in seconds').value).toBe('')
  await put(box('Requests at once'), '1.5')
  await save()
  expect(await screen.findByText(/Enter a whole number from 1 to 1000/)).toBeTruthy()
  expect(onClose).not.toHaveBeenCalled()
  await user.clear(box('Requests at once'))
  await put(box('Timeout in seconds'), '30')
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(saved()).toMatchObject({
    limits: { requestsPerSecond: 2.5, concurrent: null, timeoutSeconds: 30 },
    check: { method: 'GET', path: '' },
  })
})
