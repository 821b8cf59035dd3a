// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { flowOf, http } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

const name = () => screen.getByRole('textbox', { name: 'Step name' })

it('keeps a text that the document refuses on the screen and says why, until it is put right', async () => {
  const { user, step, store } = await openInspector(flowOf(http('Get')), 'Get')
  await user.click(name())
  await user.paste('\ud83d')
  await user.keyboard(' it')
  expect([step('Get')?.name, store.getState().history.done]).toEqual(['Get', []])
  expect([name().getAttribute('aria-invalid'), (name() as HTMLInputElement).value]).toEqual(['true', 'Get\ud83d it'])
  expect(screen.getByText(/half a character/)).toBeTruthy()

  await user.keyboard('{ArrowLeft>3/}{Backspace}')
  expect(step('Get')?.name).toBe('Get it')
  expect([name().getAttribute('aria-invalid'), screen.queryByText(/half a character/)]).toEqual([null, null])
})

it('gives way to what the document says when that changes meanwhile', async () => {
  const { user, store, step } = await openInspector(flowOf(http('Get')), 'Get')
  await user.click(name())
  await user.paste('\ud83d')
  const id = step('Get')?.id
  act(() => {
    if (id) store.getState().dispatch({ type: 'step/update', id, changes: { name: 'Fetch' } })
  })
  expect([(name() as HTMLInputElement).value, screen.queryByText(/half a character/)]).toEqual(['Fetch', null])
})
