// @vitest-environment jsdom
import { Banner, ProgressBar, Spinner, StatusDot } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('says its state in words, never by colour alone', () => {
  renderUi(<StatusDot tone="danger" label="Failed" />)
  expect(screen.getByText('Failed')).toBeTruthy()
})

it('a spinner says what it waits for', () => {
  renderUi(<Spinner label="Loading the run" />)
  expect(screen.getByRole('status').textContent).toBe('Loading the run')
})

it('a progress bar tells its percent, or that nobody knows', () => {
  const { rerender } = renderUi(<ProgressBar label="Importing" value={30} />)
  expect(screen.getByRole('progressbar', { name: 'Importing' }).getAttribute('aria-valuenow')).toBe('30')
  rerender(<ProgressBar label="Importing" />)
  expect(screen.getByRole('progressbar', { name: 'Importing' }).getAttribute('aria-valuenow')).toBeNull()
})

it('a banner interrupts only for danger, and can be dismissed', async () => {
  const onDismiss = vi.fn()
  const { user } = renderUi(
    <>
      <Banner tone="danger">Sending failed</Banner>
      <Banner tone="info" onDismiss={onDismiss}>
        Read only
      </Banner>
    </>,
  )
  expect(screen.getByRole('alert').textContent).toBe('Sending failed')
  expect(screen.getByRole('status').textContent).toBe('Read only')
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(onDismiss).toHaveBeenCalledOnce()
})
