import { expect, it } from 'vitest'
import { edgePath } from '../../../src/designer/canvas/edge-path.ts'

it('draws straight lines as they are and rounds corners off', () => {
  const down = [
    { x: 0, y: 0 },
    { x: 0, y: 50 },
  ]
  expect(edgePath(down)).toBe('M0 0L0 50')
  expect(edgePath([...down, { x: 80, y: 50 }])).toBe('M0 0L0 40Q0 50 10 50L80 50')
})

it('never rounds more than half of a short piece', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 0, y: 8 },
    { x: 80, y: 8 },
  ]
  expect(edgePath(points)).toBe('M0 0L0 4Q0 8 4 8L80 8')
})
