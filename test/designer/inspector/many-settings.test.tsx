// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { StepDialogs } from '../../../src/designer/steps/step-dialogs.tsx'
import { docOf, flow, http, log, outlineOf, ref, slot, stepId } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

const doc = docOf({
  flows: [flow('Main', http('Get', { slot: 'Shop' }), log('Pause'), log('Spare'), log('Greet', ref('Get', 'name')))],
  slots: [slot('Shop', 'http', 'shop')],
})

/** Opens the settings with several steps selected. */
async function openMany(...names: readonly string[]) {
  const view = await openInspector(doc, null, { beside: <StepDialogs /> })
  act(() => view.store.getState().select(names.map(stepId)))
  return {
    ...view,
    outline: () => outlineOf(view.store.getState().doc),
    slots: () => Object.values(view.store.getState().doc.slots).map(({ name }) => name),
  }
}

it('X03 asks before deleting several steps breaks references, and takes along the slots only they used', async () => {
  const { user, outline, slots, undo, store } = await openMany('Get', 'Pause')
  await user.click(screen.getByRole('button', { name: 'Delete all' }))
  const question = await screen.findByRole('alertdialog', { name: 'Deleting this breaks 1 reference' })
  expect(within(question).getByText('Greet uses Get')).toBeTruthy()
  await user.click(within(question).getByRole('button', { name: 'Cancel' }))
  expect(store.getState().doc).toBe(doc)

  await user.click(screen.getByRole('button', { name: 'Delete all' }))
  await user.click(await screen.findByRole('button', { name: 'Delete anyway' }))
  expect([outline(), slots()]).toEqual([['Spare', 'Greet'], []])
  undo()
  expect(store.getState().doc).toEqual(doc)
})

it('deletes steps that nothing refers to without a question, as one change', async () => {
  const { user, outline, store } = await openMany('Pause', 'Spare')
  await user.click(screen.getByRole('button', { name: 'Delete all' }))
  expect(outline()).toEqual(['Get', 'Greet'])
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(store.getState().history.done).toHaveLength(1)
})
