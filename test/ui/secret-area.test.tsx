// @vitest-environment jsdom
import { SecretArea } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('hides several lines until they are revealed', async () => {
  const { user } = renderUi(<SecretArea label="Private key" defaultValue={'first\nsecond'} />)
  const box = screen.getByRole('textbox', { name: 'Private key' })
  const isMasked = () => box.className.includes('text-security')
  expect(isMasked()).toBe(true)
  expect(box).toHaveProperty('value', 'first\nsecond')
  await user.click(screen.getByRole('button', { name: 'Show what is typed' }))
  expect(isMasked()).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Hide what is typed' }))
  expect(isMasked()).toBe(true)
})

it('tells browsers not to keep or correct it', () => {
  renderUi(<SecretArea label="Private key" />)
  const box = screen.getByRole('textbox', { name: 'Private key' })
  expect([box.getAttribute('autocomplete'), box.getAttribute('spellcheck')]).toEqual(['off', 'false'])
})
