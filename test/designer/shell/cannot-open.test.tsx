// @vitest-environment jsdom
import { problem } from '#base'
import type { IntegrationId } from '#domain'
import { builtinConnectors } from '#connectors'
import { createI18n, TextsProvider } from '#texts'
import { openWorkspace, WorkspaceProvider } from '#workbench'
import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CannotOpen } from '../../../src/designer/shell/cannot-open.tsx'
import { memoryHost } from '../../fixtures/memory-ports.ts'

async function open(id: IntegrationId | null, raw: () => Promise<string | undefined>) {
  const { ports } = memoryHost()
  const own = { ...ports, documents: { ...ports.documents, raw } }
  render(
    <TextsProvider i18n={createI18n('en')}>
      <WorkspaceProvider ports={own} store={openWorkspace(own, builtinConnectors).store}>
        <CannotOpen id={id} problem={problem('content-number', { path: 'steps.step_a.inputs' })} />
      </WorkspaceProvider>
    </TextsProvider>,
  )
  await act(async () => undefined)
}

const id = 'int_damaged' as IntegrationId
const exporting = () => screen.queryByRole('button', { name: 'Export what is stored' })

it('says why an integration cannot be opened, and offers what is stored of it', async () => {
  await open(id, async () => '{"name": "Damaged"}')
  expect(screen.getByText(/The number at steps.step_a.inputs is larger/)).toBeTruthy()
  expect(screen.getByText(/It stays in this browser as it is/)).toBeTruthy()
  expect(exporting()).not.toBeNull()
  expect(screen.getByRole('link', { name: 'All integrations' })).toBeTruthy()
})

it.each<[string, IntegrationId | null, () => Promise<string | undefined>]>([
  ['nothing is stored', id, async () => undefined],
  ['storage itself fails', id, () => Promise.reject(new Error('closed'))],
  ['the address names no integration', null, async () => '{}'],
])('offers nothing where %s', async (_what, at, raw) => {
  await open(at, raw)
  expect(exporting()).toBeNull()
  expect(screen.queryByText(/It stays in this browser/)).toBeNull()
})
