// @vitest-environment jsdom
import { ToastRegion } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useEdit } from '../../../src/designer/steps/use-edit.ts'
import { flowOf, http, stepId } from '../../fixtures/doc-builder.ts'
import { openEditor } from './open-editor.tsx'

function Rename({ step, name }: { readonly step: string; readonly name: string }) {
  const edit = useEdit()
  return (
    <button type="button" onClick={() => edit({ type: 'step/update', id: stepId(step), changes: { name } })}>
      {step} as {JSON.stringify(name)}
    </button>
  )
}

it('makes an edit, and says in a message why one is refused', async () => {
  const { user, store } = await openEditor(
    flowOf(http('Get')),
    <>
      <Rename step="Get" name="Fetch" />
      <Rename step="Get" name={'\ud83d'} />
      <Rename step="Gone" name="Fetch" />
      <ToastRegion />
    </>,
  )
  await user.click(screen.getByRole('button', { name: 'Get as "Fetch"' }))
  expect(store.getState().doc.steps[stepId('Get')]?.name).toBe('Fetch')
  await user.click(screen.getByRole('button', { name: /Get as .*ud83d/ }))
  await screen.findByText(/holds half a character/)
  await user.click(screen.getByRole('button', { name: /Gone/ }))
  await screen.findByText('That step is no longer there.')
  expect(store.getState().history.done).toHaveLength(1)
})
