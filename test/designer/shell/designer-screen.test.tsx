// @vitest-environment jsdom
import '../fields/editor-gaps.ts'
import { builtinConnectors } from '#connectors'
import { createI18n, TextsProvider } from '#texts'
import { openWorkspace, WorkspaceProvider } from '#workbench'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { DesignerScreen } from '../../../src/designer/shell/designer-screen.tsx'
import { flowOf, http } from '../../fixtures/doc-builder.ts'
import { memoryHost } from '../../fixtures/memory-ports.ts'

const doc = flowOf(http('Get'))

it('says why an integration cannot be opened, whatever went wrong, and shows the way on', async () => {
  const { ports } = memoryHost([doc])
  const documents = { ...ports.documents, load: () => Promise.reject(new TypeError('broken')) }
  const workspace = openWorkspace(ports, builtinConnectors)
  render(
    <TextsProvider i18n={createI18n('en')}>
      <WorkspaceProvider ports={{ ...ports, documents }} store={workspace.store}>
        <DesignerScreen integrationId={doc.id} />
      </WorkspaceProvider>
    </TextsProvider>,
  )
  expect(await screen.findByText('This integration cannot be opened')).toBeTruthy()
  expect(screen.getByText(/went wrong while it was being opened \(TypeError\)/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'All integrations' })).toBeTruthy()
})
