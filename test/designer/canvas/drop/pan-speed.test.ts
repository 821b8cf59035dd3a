import { expect, it } from 'vitest'
import { panSpeed } from '../../../../src/designer/canvas/drop/pan-speed.ts'

const box = { left: 100, right: 900, top: 50, bottom: 650 }

it('stands still in the middle and beside the canvas', () => {
  expect(panSpeed({ x: 500, y: 300 }, box)).toEqual({ x: 0, y: 0 })
  expect(panSpeed({ x: 40, y: 60 }, box)).toEqual({ x: 0, y: 0 })
})

it('goes towards the edge the pointer is near, faster the nearer it is', () => {
  expect(panSpeed({ x: 500, y: 645 }, box).y).toBeLessThan(panSpeed({ x: 500, y: 620 }, box).y)
  expect(panSpeed({ x: 500, y: 620 }, box).y).toBeLessThan(0)
  expect(panSpeed({ x: 105, y: 300 }, box).x).toBeGreaterThan(0)
})
