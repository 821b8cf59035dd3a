// @vitest-environment jsdom
import { ErrorBoundary, laterParts } from '#ui'
import { act, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('shows parts when they are loaded, loads them once, and has them at once afterwards', async () => {
  let loads = 0
  let arrive: () => void = () => undefined
  const { useParts, load } = laterParts(async () => {
    loads += 1
    await new Promise<void>((resolve) => {
      arrive = resolve
    })
    return { Part: () => <p>Here</p> }
  })
  function Place() {
    const parts = useParts()
    return parts && <parts.Part />
  }
  renderUi(<Place />)
  expect(screen.queryByText('Here')).toBeNull()
  await act(async () => arrive())
  expect(screen.getByText('Here')).toBeTruthy()
  renderUi(<Place />)
  expect(screen.getAllByText('Here')).toHaveLength(2)
  await load()
  expect(loads).toBe(1)
})

it('loads nothing until it is wanted', async () => {
  let loads = 0
  const { useParts } = laterParts(async () => {
    loads += 1
    return { Part: () => <p>Here</p> }
  })
  function Place({ isWanted }: { readonly isWanted: boolean }) {
    const parts = useParts(isWanted)
    return parts && <parts.Part />
  }
  renderUi(<Place isWanted={false} />)
  expect(loads).toBe(0)
  renderUi(<Place isWanted />)
  expect(await screen.findByText('Here')).toBeTruthy()
})

it('leaves what cannot be loaded to the nearest boundary, which shows something in its place', async () => {
  // React tells the console of every error that a boundary has caught.
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { useParts } = laterParts(async (): Promise<{ readonly Part: () => null }> => {
    throw new TypeError('Failed to fetch')
  })
  function Place() {
    useParts()
    return <p>Screen</p>
  }
  renderUi(
    <ErrorBoundary fallback={<p>Reload</p>}>
      <Place />
    </ErrorBoundary>,
  )
  expect(await screen.findByText('Reload')).toBeTruthy()
  expect(screen.queryByText('Screen')).toBeNull()
  expect(told).toHaveBeenCalled()
  told.mockRestore()
})
