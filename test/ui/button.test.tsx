// @vitest-environment jsdom
import { Button } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('is named by its text alone and answers mouse and keyboard', async () => {
  const onPress = vi.fn()
  const { user } = renderUi(
    <Button icon={<svg aria-hidden />} onPress={onPress}>
      New integration
    </Button>,
  )
  await user.click(screen.getByRole('button', { name: 'New integration' }))
  await user.keyboard('{Enter} ')
  expect(onPress).toHaveBeenCalledTimes(3)
})

it('keeps its name and focus while it is pending, and cannot be pressed again', async () => {
  const onPress = vi.fn()
  const { user } = renderUi(
    <Button isPending onPress={onPress}>
      Connect
    </Button>,
  )
  await user.tab()
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Connect/ }))
  expect(onPress).not.toHaveBeenCalled()
})
