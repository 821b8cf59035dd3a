// @vitest-environment jsdom
import { LinkButton, UiProvider } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('gives the page its language and direction, and lets links go without loading the page', async () => {
  const navigate = vi.fn()
  const link = <LinkButton href="/connections">Connections</LinkButton>
  const { user, rerender } = renderUi(
    <UiProvider locale="en" navigate={navigate}>
      {link}
    </UiProvider>,
  )
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
  await user.click(screen.getByRole('link', { name: 'Connections' }))
  expect(navigate.mock.calls[0]?.[0]).toBe('/connections')
  rerender(
    <UiProvider locale="ar" navigate={navigate}>
      {link}
    </UiProvider>,
  )
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
})
