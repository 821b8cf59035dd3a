// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { expect, it } from 'vitest'
import { useAnchorMoves } from '../../src/ui/use-anchor-moves.ts'

function Anchored({ isActive }: { readonly isActive: boolean }) {
  const anchor = useRef<HTMLDivElement>(null)
  const moves = useAnchorMoves(isActive, anchor)
  return (
    <div ref={anchor} data-testid="anchor">
      {moves}
    </div>
  )
}

const frame = () => act(() => new Promise((resolve) => requestAnimationFrame(resolve)))

async function movesOf(isActive: boolean): Promise<string | null> {
  render(<Anchored isActive={isActive} />)
  const anchor = screen.getByTestId('anchor')
  await frame()
  // A pan of the canvas around it.
  anchor.getBoundingClientRect = () => new DOMRect(0, 30)
  await frame()
  await frame()
  return anchor.textContent
}

it('notices that its anchor moved although nothing scrolled', async () => {
  expect(await movesOf(true)).toBe('1')
})

it('looks at nothing while it is not active', async () => {
  expect(await movesOf(false)).toBe('0')
})
