// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { flowOf, http, log, ref, stepId } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

it('describes a step, names its id and version, and leads to what refers to it', async () => {
  const { user, step, store } = await openInspector(flowOf(http('Get'), log('Log', ref('Get'))), 'Get')
  act(() => store.getState().setInspectorTab('details'))
  await user.type(screen.getByRole('textbox', { name: 'Description' }), 'Reads')
  expect(step('Get')?.description).toBe('Reads')
  expect(screen.getByText(stepId('Get'))).toBeTruthy()
  expect(screen.getByText('version 1')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Log' }))
  expect(store.getState().selection).toEqual([stepId('Log')])
})
