// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { flowOf, log, manual, ref, slot, stepId } from '../../../fixtures/doc-builder.ts'
import { openInspector } from '../open-inspector.tsx'

const doc = flowOf(log('Log', ref('Main trigger', 'body')))

it('replaces the trigger and keeps what refers to it', async () => {
  const { user, step, inputOf } = await openInspector(doc, 'Main trigger')
  await user.click(screen.getByRole('button', { name: 'Replace trigger' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Webhook trigger' }))
  expect(step('Main trigger')).toMatchObject({ kind: 'trigger', trigger: 'webhook', name: 'Webhook trigger' })
  expect(inputOf('Log', 'message')).toEqual(ref('Main trigger', 'body'))
})

it('V15 takes the sender of a webhook away with the trigger that verified it', async () => {
  const sender = slot('GitHub', 'core', 'github')
  const trigger = stepId('Main trigger')
  const step = { ...manual('Main trigger'), trigger: 'webhook', slot: sender.id }
  const verifying = { ...doc, steps: { ...doc.steps, [trigger]: step }, slots: { [sender.id]: sender } }
  const { user, store, step: stepOf, undo } = await openInspector(verifying, 'Main trigger')
  await user.click(screen.getByRole('button', { name: 'Replace trigger' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Manual trigger' }))
  expect(stepOf('Main trigger')).toMatchObject({ trigger: 'manual', slot: null })
  expect(store.getState().doc.slots).toEqual({})
  undo()
  expect(store.getState().doc.slots).toEqual({ [sender.id]: sender })
})

it('saves payloads, edits them, and runs with the chosen one', async () => {
  const { user, store } = await openInspector(doc, 'Main trigger')
  await user.click(screen.getByRole('button', { name: 'Add payload' }))
  const [payload] = store.getState().payloads
  expect(store.getState().payload).toBe(payload?.id)
  await user.type(screen.getByRole('textbox', { name: 'Payload name' }), '!')
  await user.click(screen.getByRole('textbox', { name: 'Payload' }))
  await user.keyboard('{Control>}a{/Control}5')
  expect(store.getState().payloads).toEqual([{ ...payload, name: 'Payload 1!', value: 5 }])
  await user.keyboard(',')
  expect(store.getState().payloads[0]?.value).toBe(5)
  expect(screen.getByText(/not complete JSON yet/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Delete Payload 1!' }))
  expect(store.getState().payloads).toEqual([])
})

it('the chosen payload is what later steps see of the trigger', async () => {
  const { store, pass } = await openInspector(doc, 'Log')
  act(() => {
    const { flow } = store.getState()
    store.getState().savePayload({ id: 'load_1', flow, name: 'One', value: { body: { n: 1 } }, draft: null })
  })
  await pass(300)
  expect(screen.getByRole('note', { name: 'Live value' }).textContent).toBe('={n: 1}objecttest payload')
  expect(store.getState().doc.steps[stepId('Log')]).toBeDefined()
})
