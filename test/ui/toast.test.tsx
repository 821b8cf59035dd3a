// @vitest-environment jsdom
import { showToast, ToastRegion } from '#ui'
import { act, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

const shown: (() => void)[] = []
const show = (message: Parameters<typeof showToast>[0]) => act(() => void shown.push(showToast(message)))

afterEach(() => {
  act(() => shown.splice(0).forEach((close) => close()))
  vi.useRealTimers()
})

it('announces a message politely, inside a named region', () => {
  renderUi(<ToastRegion />)
  show({ title: 'Step deleted', description: 'and what was in it' })
  expect(screen.getByRole('region', { name: 'Notifications' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('Step deletedand what was in it')
  expect(screen.queryByRole('alert')).toBeNull()
})

it('announces a danger at once', () => {
  renderUi(<ToastRegion />)
  show({ title: 'Not saved', tone: 'danger' })
  expect(screen.getByRole('alert').textContent).toBe('Not saved')
})

it('closes when its action is taken', async () => {
  const onAction = vi.fn()
  const { user } = renderUi(<ToastRegion />)
  show({ title: 'Step deleted', action: { label: 'Undo', onAction } })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(onAction).toHaveBeenCalledOnce()
  expect(screen.queryByText('Step deleted')).toBeNull()
})

it('goes by itself, but stays while it is dangerous', () => {
  vi.useFakeTimers()
  renderUi(<ToastRegion />)
  show({ title: 'Exported' })
  show({ title: 'Not saved', tone: 'danger' })
  act(() => void vi.advanceTimersByTime(60_000))
  expect(screen.queryByText('Exported')).toBeNull()
  expect(screen.getByText('Not saved')).toBeTruthy()
})
