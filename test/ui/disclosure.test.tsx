// @vitest-environment jsdom
import { Disclosure } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('folds its content away from everybody until it is opened', async () => {
  const { user } = renderUi(
    <Disclosure title="Advanced" trailing="2">
      <label>
        Timeout <input />
      </label>
    </Disclosure>,
  )
  const trigger = screen.getByRole('button', { name: 'Advanced', expanded: false })
  expect(screen.queryByRole('textbox', { name: 'Timeout' })).toBeNull()
  await user.click(trigger)
  expect(trigger.getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByRole('textbox', { name: 'Timeout' })).toBeTruthy()
})

it('one that is folded inside one that is not looks folded', async () => {
  const { user } = renderUi(
    <Disclosure title="Auth method">
      <Disclosure title="More options">Tolerance</Disclosure>
    </Disclosure>,
  )
  await user.click(screen.getByRole('button', { name: 'Auth method' }))
  const turned = (name: string) =>
    screen.getByRole('button', { name }).querySelector('svg')?.classList.contains('rotate-90')
  expect(turned('Auth method')).toBe(true)
  expect(turned('More options')).toBe(false)
})
