// @vitest-environment jsdom
import { FAIL_ON_ERROR, type ErrorPolicy } from '#domain'
import { createI18n } from '#texts'
import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { retryPlan, waitsOf } from '../../../src/designer/inspector/retry-plan.ts'
import { docOf, flow, flowOf, handled, http, slot } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

const { t } = createI18n('en')
const retry = (changes: Partial<ErrorPolicy>): ErrorPolicy => ({ ...FAIL_ON_ERROR, policy: 'retry', ...changes })

it.each([
  [retry({ attempts: 3, delaySeconds: 2 }), [2, 2]],
  [retry({ attempts: 4, delaySeconds: 2, exponential: true }), [2, 4, 8]],
  [retry({ attempts: 1 }), []],
])('waits as the policy says: %j', (policy, waits) => {
  expect(waitsOf(policy)).toEqual(waits)
})

it('explains what the settings come to', () => {
  expect(retryPlan(t, retry({ attempts: 3, delaySeconds: 2, exponential: true }))).toBe(
    '3 attempts, waiting 2, 4 seconds in between. Then the run fails.',
  )
  expect(retryPlan(t, retry({ attempts: 1, ignoreFinalError: true }))).toBe('One attempt, then the flow goes on.')
})

it('sets what happens when a step fails, and undo moves the form', async () => {
  const { user, step, store, undo } = await openInspector(flowOf(http('Get')), 'Get')
  act(() => store.getState().setInspectorTab('errors'))
  await user.click(screen.getByRole('radio', { name: 'Try again' }))
  await user.click(screen.getByRole('switch', { name: 'Double the wait after each attempt' }))
  expect(step('Get')?.onError).toMatchObject({ policy: 'retry', exponential: true })
  const [increase] = screen.getAllByRole('button', { name: /Increase/ })
  if (increase) await user.click(increase)
  expect(step('Get')?.onError.attempts).toBe(4)
  expect(screen.getByRole('note').textContent).toContain('4 attempts, waiting 2, 4, 8 seconds')
  undo()
  undo()
  undo()
  expect(screen.getByRole('radio', { name: 'Stop the run' })).toHaveProperty('checked', true)
})

it('handling by other steps brings the error arm', async () => {
  const { user, step, store } = await openInspector(flowOf(http('Get')), 'Get')
  act(() => store.getState().setInspectorTab('errors'))
  await user.click(screen.getByRole('radio', { name: 'Run other steps' }))
  expect(step('Get')?.arms.map(({ id }) => id)).toEqual(['error'])
})

it('another way than the error arm takes that away with its steps and the slots only they used', async () => {
  const doc = docOf({
    flows: [flow('Main', handled(http('Get'), http('Report', { slot: 'Shop' })))],
    slots: [slot('Shop', 'http', 'shop')],
  })
  const { user, step, store, undo } = await openInspector(doc, 'Get')
  act(() => store.getState().setInspectorTab('errors'))
  await user.click(screen.getByRole('radio', { name: 'Go on' }))
  expect([step('Report'), store.getState().doc.slots]).toEqual([undefined, {}])
  undo()
  expect(store.getState().doc).toEqual(doc)
  expect(screen.getByRole('radio', { name: 'Run other steps' })).toHaveProperty('checked', true)
})
