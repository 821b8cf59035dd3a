// @vitest-environment jsdom
import { AlertDialog } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('begins at the way out, so that Enter destroys nothing', async () => {
  const onConfirm = vi.fn()
  const onOpenChange = vi.fn()
  const { user } = renderUi(
    <AlertDialog title="Delete?" confirmLabel="Delete connection" isOpen isDanger {...{ onConfirm, onOpenChange }}>
      Two steps use it.
    </AlertDialog>,
  )
  expect(screen.getByRole('alertdialog', { name: 'Delete?' })).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(onOpenChange).toHaveBeenCalledWith(false)
  expect(onConfirm).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Delete connection' }))
  expect(onConfirm).toHaveBeenCalledOnce()
})
