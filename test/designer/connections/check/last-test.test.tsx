// @vitest-environment jsdom
import type { ConnectionCheck } from '#domain'
import { useWorkspace } from '#workbench'
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { LastTest } from '../../../../src/designer/connections/check/last-test.tsx'
import { flowOf, http } from '../../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from '../connection-world.tsx'
import { bad, failure, good } from './reports.ts'

const doc = flowOf(http('Get'))
const shop = connection('Shop', { type: 'bearer', credential: true })

function Run() {
  const check = useWorkspace((state) => state.check)
  return (
    <button type="button" onClick={() => void check(shop.connection.id)}>
      Run it
    </button>
  )
}

it('Test connection: a test that failed stays at hand with its report, until one succeeds', async () => {
  const host = connectionHost([doc], workspaceOf([shop]))
  const reports: ConnectionCheck[] = [bad('request', failure('timeout')), good]
  let asked = 0
  const check = async () => reports[asked++] ?? good
  const ports = { ...host.ports, workspace: { ...host.ports.workspace, check } }
  const content = [<Run key="run" />, <LastTest key="last" connection={shop.connection} />]
  const { user } = await openWorld([doc], content, { ...host, ports })
  expect(screen.queryByRole('button', { name: 'Last test failed' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Run it' }))
  await user.click(await screen.findByRole('button', { name: 'Last test failed' }))
  expect((await screen.findByRole('list', { name: 'Connection test' })).textContent).toContain('No answer came in time')
  expect(asked).toBe(1)
  await user.click(screen.getByRole('button', { name: 'Test again' }))
  expect(await screen.findByText('Shop works (status 200)')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Last test failed' })).toBeNull())
})
