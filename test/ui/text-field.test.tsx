// @vitest-environment jsdom
import { TextField } from '#ui'
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('is found by its label, which nothing beside it is added to', () => {
  renderUi(<TextField label="Connection name" isOptional labelExtra={<span>new</span>} suffix="ms" />)
  expect(screen.getByLabelText('Connection name')).toBe(screen.getByRole('textbox', { name: 'Connection name' }))
})

it('keeps its name when the label is hidden', () => {
  renderUi(<TextField label="Header name" isLabelHidden />)
  expect(screen.getByRole('textbox', { name: 'Header name' })).toBeTruthy()
})

it('ties its description and its error to the input and marks it invalid', () => {
  const { rerender } = renderUi(<TextField label="Base URL" description="Where requests go." />)
  const input = screen.getByRole('textbox', { name: 'Base URL', description: 'Where requests go.' })
  expect(input.getAttribute('aria-invalid')).toBeNull()
  rerender(<TextField label="Base URL" description="Where requests go." error="Begin with https://" />)
  const described = { name: 'Base URL', description: /Where requests go\..*Begin with https:\/\// }
  expect(screen.getByRole('textbox', described).getAttribute('aria-invalid')).toBe('true')
})

it('gives its text to a form that controls it', async () => {
  function Form() {
    const [value, setValue] = useState('')
    return (
      <>
        <TextField label="Name" value={value} onChange={setValue} />
        <output>{value.toUpperCase()}</output>
      </>
    )
  }
  const { user } = renderUi(<Form />)
  await user.type(screen.getByLabelText('Name'), 'acme')
  expect(screen.getByRole('status').textContent).toBe('ACME')
})
