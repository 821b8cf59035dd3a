// @vitest-environment jsdom
import { applyTheme, useTheme } from '#ui'
import { act, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

/** jsdom has no media queries: a device that can be switched to dark. */
function fakeDevice() {
  const media = Object.assign(new EventTarget(), { matches: false })
  vi.stubGlobal('matchMedia', () => media)
  return (isDark: boolean) => {
    media.matches = isDark
    media.dispatchEvent(new Event('change'))
  }
}

function Shown() {
  const { theme, shown } = useTheme()
  return <output>{`${theme} ${shown}`}</output>
}

afterEach(() => {
  applyTheme('system')
  vi.unstubAllGlobals()
})

it('follows the device until a person chooses, and again afterwards', async () => {
  const setDark = fakeDevice()
  renderUi(<Shown />)
  expect(screen.getByRole('status').textContent).toBe('system light')
  act(() => setDark(true))
  expect(screen.getByRole('status').textContent).toBe('system dark')
  act(() => applyTheme('light'))
  expect(document.documentElement.dataset['theme']).toBe('light')
  await screen.findByText('light light')
  act(() => applyTheme('system'))
  expect('theme' in document.documentElement.dataset).toBe(false)
  await screen.findByText('system dark')
})
