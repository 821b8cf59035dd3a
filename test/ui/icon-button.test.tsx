// @vitest-environment jsdom
import { IconButton } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('shows its name and shortcut as a tooltip when the keyboard reaches it', async () => {
  const { user } = renderUi(
    <IconButton aria-label="Undo" shortcut={['Ctrl', 'Z']}>
      <svg aria-hidden />
    </IconButton>,
  )
  await user.tab()
  expect((await screen.findByRole('tooltip')).textContent).toBe('UndoCtrlZ')
})

it('is described by what it would do, also before the tooltip shows', () => {
  renderUi(
    <IconButton aria-label="Undo" description="Move step">
      <svg aria-hidden />
    </IconButton>,
  )
  expect(screen.getByRole('button', { name: 'Undo', description: 'Move step' })).toBeTruthy()
})
