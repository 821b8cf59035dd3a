import type { Point } from './layout/flow-layout.ts'

const RADIUS = 10

/** The SVG path through the corners of a line, rounded off. Lines run along the axes. */
export function edgePath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first.x} ${first.y}`
  rest.forEach((corner, index) => {
    const before = points[index] ?? first
    const after = rest[index + 1]
    if (!after) {
      path += `L${corner.x} ${corner.y}`
      return
    }
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2)
    const from = towards(corner, before, radius)
    const to = towards(corner, after, radius)
    path += `L${from.x} ${from.y}Q${corner.x} ${corner.y} ${to.x} ${to.y}`
  })
  return path
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

const towards = (from: Point, to: Point, by: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * by,
  y: from.y + Math.sign(to.y - from.y) * by,
})
