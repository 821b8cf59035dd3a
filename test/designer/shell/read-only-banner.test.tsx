// @vitest-environment jsdom
import { err, ok, problem } from '#base'
import { ToastRegion } from '#ui'
import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ReadOnlyBanner } from '../../../src/designer/shell/read-only-banner.tsx'
import { SaveProblemBanner } from '../../../src/designer/shell/save-problem-banner.tsx'
import { SaveStatus } from '../../../src/designer/shell/save-status.tsx'
import { TestDataBanner } from '../../../src/designer/shell/test-data-banner.tsx'
import { flowOf, http, stepId } from '../../fixtures/doc-builder.ts'
import { openEditor } from '../steps/open-editor.tsx'

const doc = flowOf(http('Get'))

const open = (mode: 'editing' | 'read-only') =>
  openEditor(
    doc,
    <>
      <SaveStatus />
      <ReadOnlyBanner />
      <SaveProblemBanner />
      <TestDataBanner />
      <ToastRegion />
    </>,
    mode,
  )

const button = (name: string) => screen.getByRole('button', { name })

it('X09 says that the other tab holds work it could not save, when this one takes over', async () => {
  const { host, user, store } = await open('read-only')
  host.setHandOver('unsaved')
  await user.click(button('Take over'))
  expect(await screen.findByText('The other tab holds changes that could not be saved')).toBeTruthy()
  await waitFor(() => expect(store.getState().mode).toBe('editing'))
})

it('X09 a tab that was taken over with unsaved work offers to keep it as a copy', async () => {
  const { host, store } = await open('editing')
  host.failSaves(problem('quota-exceeded'))
  act(() => void store.getState().dispatch({ type: 'integration/rename', name: 'Mine' }))
  await act(() => host.pass(300))
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeNull()
  await act(async () => {
    await host.askHandOver()
    host.setClaim('read-only')
    await host.pass(0)
  })
  expect(screen.getByText(/They could not be saved before another tab took over/)).toBeTruthy()
  expect(screen.queryByText(/You see its changes as they are saved/)).toBeNull()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  expect(button('Keep as a copy')).toBeTruthy()
  expect(button('Export')).toBeTruthy()
})

it('says that a pin could not be stored, and stores it with the next try', async () => {
  const { host, user, store } = await open('editing')
  let isFull = true
  Object.assign(host.ports.runs, { savePin: async () => (isFull ? err(problem('quota-exceeded')) : ok(undefined)) })
  await act(async () => {
    store.getState().pin(stepId('Get'), 1)
    await host.pass(0)
  })
  expect(screen.getByRole('alert').textContent).toMatch(/test payloads, pins or runs.*no room left/)
  expect(screen.getByText('Not saved')).toBeTruthy()
  isFull = false
  await user.click(button('Try again'))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(screen.getByText('Saved')).toBeTruthy()
})
