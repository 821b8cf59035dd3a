// @vitest-environment jsdom
import { RadioGroup, SegmentedControl } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

const CHOICES = [
  { id: 'own', label: 'Your own', description: 'For everybody.' },
  { id: 'theirs', label: 'The customer’s' },
] as const

it('chooses with arrow keys and explains each choice', async () => {
  const onChange = vi.fn()
  const { user } = renderUi(<RadioGroup label="Whose" choices={CHOICES} value="own" onChange={onChange} />)
  expect(screen.getByRole('radiogroup', { name: 'Whose' })).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Your own', description: /For everybody\./ })).toBeTruthy()
  await user.tab()
  await user.keyboard('{ArrowDown}')
  expect(onChange).toHaveBeenCalledExactlyOnceWith('theirs')
})

it('as a segmented control keeps exactly one on, also without visible labels', async () => {
  const onChange = vi.fn()
  const { user } = renderUi(
    <SegmentedControl label="View" isCompact choices={CHOICES} value="own" onChange={onChange} />,
  )
  expect(screen.getByRole('radio', { name: 'Your own', checked: true })).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Your own' }))
  expect(onChange).not.toHaveBeenCalledWith('theirs')
  await user.click(screen.getByRole('radio', { name: 'The customer’s' }))
  expect(onChange).toHaveBeenLastCalledWith('theirs')
})
