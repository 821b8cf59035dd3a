// @vitest-environment jsdom
import { literal } from '#domain'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { flowOf, http, log, loop, ref } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

it('goes over items or counts, with as many rounds at once as allowed', async () => {
  const doc = flowOf(http('Get'), loop('Each', ref('Get', 'items'), log('In')))
  const { user, step, undo } = await openInspector(doc, 'Each')
  expect(screen.getByRole('button', { name: /Replace the reference of Items: Get › items/ })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Increase/ }))
  expect(step('Each')).toMatchObject({ concurrency: 2 })
  await user.click(screen.getByRole('radio', { name: 'A number of times' }))
  await user.type(screen.getByRole('textbox', { name: 'Times' }), '3')
  expect(step('Each')).toMatchObject({ over: { mode: 'times', times: literal(3) } })
  undo()
  undo()
  expect(step('Each')).toMatchObject({ over: { mode: 'items', items: ref('Get', 'items') } })
})

it('takes items given one by one', async () => {
  const { user, step } = await openInspector(flowOf(loop('Each', literal(null), log('In'))), 'Each')
  await user.click(screen.getByRole('button', { name: 'Add item' }))
  await user.click(screen.getByRole('textbox', { name: 'Item 1' }))
  await user.keyboard('a')
  expect(step('Each')).toMatchObject({ over: { items: { kind: 'list', items: [literal('a')] } } })
  await user.click(screen.getByRole('button', { name: 'Remove item 1' }))
  expect(step('Each')).toMatchObject({ over: { items: literal(null) } })
})
