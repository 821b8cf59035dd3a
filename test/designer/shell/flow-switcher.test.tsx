// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { FlowSwitcher } from '../../../src/designer/shell/flow-switcher.tsx'
import { callFlow, docOf, flow, flowId, http, slot } from '../../fixtures/doc-builder.ts'
import { openEditor } from '../steps/open-editor.tsx'

async function askToDelete(doc: ReturnType<typeof docOf>) {
  const view = await openEditor(doc, <FlowSwitcher />)
  await view.user.click(screen.getByRole('button', { name: 'Flow: Main' }))
  await view.user.click(await screen.findByRole('menuitem', { name: 'Delete Main' }))
  return { ...view, question: within(await screen.findByRole('alertdialog', { name: 'Delete Main' })) }
}

it('deletes a flow with the slots only it used, as one change', async () => {
  const doc = docOf({
    flows: [flow('Main', http('Get', { slot: 'Shop' })), flow('Other', http('Put', { slot: 'Desk' }))],
    slots: [slot('Shop', 'http', 'shop'), slot('Desk', 'http', 'desk')],
  })
  const { user, store, question, undo } = await askToDelete(doc)
  await user.click(question.getByRole('button', { name: 'Delete' }))
  const after = store.getState().doc
  expect([after.flowOrder, Object.values(after.slots).map(({ name }) => name)]).toEqual([[flowId('Other')], ['Desk']])
  undo()
  expect(store.getState().doc).toEqual(doc)
})

it('says before how many steps of other flows run the one to be deleted', async () => {
  const doc = docOf({
    flows: [
      flow('Main', callFlow('Again', 'Main')),
      flow('Other', callFlow('First', 'Main'), callFlow('Then', 'Main')),
    ],
  })
  const { question } = await askToDelete(doc)
  expect(question.getByText(/2 steps of other flows run it/)).toBeTruthy()
})
