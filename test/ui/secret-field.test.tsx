// @vitest-environment jsdom
import { SecretField } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('hides what is typed until it is revealed, and hides it again', async () => {
  const { user } = renderUi(<SecretField label="API key" />)
  const input = screen.getByLabelText('API key')
  await user.type(input, 's3cret')
  expect(input.getAttribute('type')).toBe('password')
  await user.click(screen.getByRole('button', { name: 'Show what is typed' }))
  expect(input.getAttribute('type')).toBe('text')
  await user.click(screen.getByRole('button', { name: 'Hide what is typed' }))
  expect(input.getAttribute('type')).toBe('password')
})

it('asks browsers neither to keep nor to correct it', () => {
  renderUi(<SecretField label="API key" />)
  const input = screen.getByLabelText('API key')
  expect(input.getAttribute('autocomplete')).toBe('off')
  expect(input.getAttribute('spellcheck')).toBe('false')
})
