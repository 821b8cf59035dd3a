// @vitest-environment jsdom
import { Button, Popover, Select, TextField } from '#ui'
import { act, fireEvent, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui.tsx'

function Chip() {
  const [isOpen, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button ref={trigger} onPress={() => setOpen(!isOpen)}>
        Choose connection
      </Button>
      <Button>Elsewhere</Button>
      <div data-testid="canvas" />
      <Popover label="Choose a connection" isNonModal isOpen={isOpen} onOpenChange={setOpen} triggerRef={trigger}>
        <TextField label="Name" />
        <Select label="Kind" value={null} onChange={() => {}} choices={[{ id: 'bearer', label: 'Bearer' }]} />
      </Popover>
    </>
  )
}

async function openPopover() {
  const { user } = renderUi(<Chip />)
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  const isOpen = () => screen.queryByRole('dialog', { name: 'Choose a connection' }) !== null
  expect(isOpen()).toBe(true)
  return { user, isOpen }
}

it('leaves the rest of the page usable when it is non-modal', async () => {
  await openPopover()
  expect(screen.getByRole('button', { name: 'Elsewhere' })).toBeTruthy()
})

it('closes on Escape', async () => {
  const { user, isOpen } = await openPopover()
  await user.click(screen.getByLabelText('Name'))
  await user.keyboard('{Escape}')
  expect(isOpen()).toBe(false)
})

it('closes on Escape before the focus has come into it, and nobody else takes that key', async () => {
  const { isOpen } = await openPopover()
  let heard = 0
  const onKey = () => {
    heard += 1
  }
  document.body.addEventListener('keydown', onKey)
  fireEvent.keyDown(screen.getByRole('button', { name: 'Choose connection' }), { key: 'Escape' })
  document.body.removeEventListener('keydown', onKey)
  expect(isOpen()).toBe(false)
  expect(heard).toBe(0)
})

it('closes on a press on something that takes no focus', async () => {
  const { isOpen } = await openPopover()
  fireEvent.pointerDown(screen.getByTestId('canvas'))
  expect(isOpen()).toBe(false)
})

it('closes, and does not open again, when its trigger is pressed', async () => {
  const { user, isOpen } = await openPopover()
  await user.click(screen.getByRole('button', { name: 'Choose connection' }))
  expect(isOpen()).toBe(false)
})

it('stays open while a field in it opens an overlay of its own', async () => {
  const { user, isOpen } = await openPopover()
  await user.click(screen.getByRole('button', { name: /Kind/ }))
  const option = screen.getByRole('option', { name: 'Bearer' })
  fireEvent.pointerDown(option)
  await user.click(option)
  expect(isOpen()).toBe(true)
})

it('stays open while the page scrolls', async () => {
  const { isOpen } = await openPopover()
  fireEvent.scroll(document)
  expect(isOpen()).toBe(true)
})

it('closes when the focus goes to something else', async () => {
  const { isOpen } = await openPopover()
  act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus())
  expect(isOpen()).toBe(false)
})
