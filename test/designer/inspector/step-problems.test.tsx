// @vitest-environment jsdom
import { literal } from '#domain'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { flowOf, http, log, ref } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

it('lists what is wrong with the step and fixes what needs no decision', async () => {
  const { user, inputOf } = await openInspector(flowOf(log('Log', ref('Gone', 'a'))), 'Log')
  expect(screen.getByText(/Log refers to a step that has been deleted/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Remove the reference' }))
  expect(inputOf('Log', 'message')).toBeUndefined()
})

it('leads to the input that has to be filled in', async () => {
  const { user } = await openInspector(flowOf(http('Get', { inputs: { url: literal('') } })), 'Get')
  await user.click(screen.getByRole('button', { name: 'Show' }))
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'URL' }))
})
