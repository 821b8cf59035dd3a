// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { code, flowOf } from '../../fixtures/doc-builder.ts'
import { openInspector } from './open-inspector.tsx'

it('keeps a source that the document refuses on the screen and says why, until it is put right', async () => {
  const { user, step } = await openInspector(flowOf(code('Run', 'return 1')), 'Run')
  const source = screen.getByRole('textbox', { name: 'JavaScript' })
  await user.click(source)
  await user.keyboard('{Control>}a{/Control}')
  await user.paste('return 2 // \ud83d')
  expect(step('Run')).toMatchObject({ source: 'return 1' })
  expect([source.textContent, source.getAttribute('aria-invalid')]).toEqual(['return 2 // \ud83d', 'true'])
  expect(screen.getByText(/half a character/)).toBeTruthy()
  await user.keyboard('{Backspace}')
  expect(step('Run')).toMatchObject({ source: 'return 2 // ' })
  expect(screen.queryByText(/half a character/)).toBeNull()
})
