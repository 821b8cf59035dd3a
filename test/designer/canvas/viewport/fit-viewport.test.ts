import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstViewport, fitViewport, revealed } from '../../../../src/designer/canvas/viewport/fit-viewport.ts'

const view = { width: 1000, height: 700 }
const boxes = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 20_000 }),
  height: fc.integer({ min: 1, max: 20_000 }),
})

describe('fitViewport', () => {
  it('shows the whole box, never larger than life', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const { x, y, zoom } = fitViewport(box, view)
        expect(zoom).toBeLessThanOrEqual(1)
        expect(box.x * zoom + x).toBeGreaterThanOrEqual(-1)
        expect(box.y * zoom + y).toBeGreaterThanOrEqual(-1)
        expect((box.x + box.width) * zoom + x).toBeLessThanOrEqual(view.width + 1)
        expect((box.y + box.height) * zoom + y).toBeLessThanOrEqual(view.height + 1)
      }),
    )
  })
})

describe('firstViewport', () => {
  it('shows a narrow flow at full size, its beginning at the top', () => {
    const { x, y, zoom } = firstViewport({ x: -132, y: 0, width: 264, height: 4000 }, view)
    expect({ x, zoom }).toEqual({ x: 500, zoom: 1 })
    expect(y).toBeGreaterThan(0)
  })

  it('makes a wide flow no smaller than can be read, and keeps its main line in the middle', () => {
    expect(firstViewport({ x: -132, y: 0, width: 9000, height: 500 }, view)).toMatchObject({ x: 500, zoom: 0.75 })
  })
})

describe('revealed', () => {
  const from = { x: 0, y: 0, zoom: 1 }

  it('leaves a view alone that shows the box', () => {
    expect(revealed({ x: 300, y: 300, width: 264, height: 60 }, view, from)).toBe(from)
  })

  it('moves as little as shows it', () => {
    expect(revealed({ x: 300, y: 900, width: 264, height: 60 }, view, from)).toMatchObject({ x: 0, zoom: 1 })
    expect(revealed({ x: 300, y: 900, width: 264, height: 60 }, view, from).y).toBeLessThan(0)
    expect(revealed({ x: -900, y: 300, width: 264, height: 60 }, view, from).x).toBeGreaterThan(0)
  })
})
