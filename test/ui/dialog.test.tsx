// @vitest-environment jsdom
import { Button, Dialog } from '#ui'
import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui.tsx'

function Opener() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>Import</Button>
      <Dialog title="Import a file" isOpen={isOpen} onOpenChange={setOpen}>
        <Button>Choose file</Button>
      </Dialog>
    </>
  )
}

it('is named by its title, hides the page behind it and gives the focus back on Escape', async () => {
  const { user } = renderUi(<Opener />)
  const opener = screen.getByRole('button', { name: 'Import' })
  await user.click(opener)
  const dialog = screen.getByRole('dialog', { name: 'Import a file' })
  expect(dialog.contains(document.activeElement)).toBe(true)
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(opener))
})

it('has a button that closes it', async () => {
  const { user } = renderUi(<Opener />)
  await user.click(screen.getByRole('button', { name: 'Import' }))
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
