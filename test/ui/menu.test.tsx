// @vitest-environment jsdom
import { IconButton, Menu, MenuItem, MenuSection, MenuTrigger, Submenu } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

function StepMenu({ onAction }: { readonly onAction: (key: unknown) => void }) {
  return (
    <MenuTrigger>
      <IconButton aria-label="More">
        <svg aria-hidden />
      </IconButton>
      <Menu onAction={onAction}>
        <MenuSection title="Step">
          <MenuItem id="rename" label="Rename" shortcut={['F2']} />
        </MenuSection>
        <Submenu
          item={<MenuItem id="move" label="Move to" />}
          menu={
            <Menu onAction={onAction}>
              <MenuItem id="arm" label="Arm A" />
            </Menu>
          }
        />
        <MenuItem id="delete" label="Delete" isDanger />
      </Menu>
    </MenuTrigger>
  )
}

it('opens and acts with the keyboard, and is named by its button', async () => {
  const onAction = vi.fn()
  const { user } = renderUi(<StepMenu onAction={onAction} />)
  await user.tab()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('menu', { name: 'More' })).toBeTruthy()
  expect(screen.getByRole('group', { name: 'Step' })).toBeTruthy()
  await user.keyboard('{End}{Enter}')
  expect(onAction.mock.calls[0]?.[0]).toBe('delete')
  expect(screen.queryByRole('menu')).toBeNull()
})

it('opens a submenu with the arrow key', async () => {
  const onAction = vi.fn()
  const { user } = renderUi(<StepMenu onAction={onAction} />)
  await user.tab()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}')
  await screen.findByRole('menuitem', { name: 'Arm A' })
  await user.keyboard('{Enter}')
  expect(onAction.mock.calls[0]?.[0]).toBe('arm')
})
