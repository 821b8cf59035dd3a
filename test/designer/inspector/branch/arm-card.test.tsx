// @vitest-environment jsdom
import { ToastRegion } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { arm, branch, docOf, flow, http, log, slot } from '../../../fixtures/doc-builder.ts'
import { openInspector } from '../open-inspector.tsx'

const doc = docOf({
  flows: [flow('Main', branch('Check', arm('Fine', http('Tell', { slot: 'Shop' })), arm('Broken', log('Say'))))],
  slots: [slot('Shop', 'http', 'shop')],
})

it('takes an arm away with its steps and the slots only they used, and offers to take that back', async () => {
  const { user, store } = await openInspector(doc, 'Check', { beside: <ToastRegion /> })
  await user.click(screen.getByRole('button', { name: 'Options of arm Fine' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove arm Fine' }))
  expect([Object.keys(store.getState().doc.slots), store.getState().history.done.length]).toEqual([[], 1])
  await screen.findByText('“Fine” was removed with 1 step.')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(store.getState().doc).toEqual(doc)
})
