import { childrenOf, placesIn, stepsOfFlow, type IntegrationDoc, type Place } from '#domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FlowLayout, LayoutNode } from '../../../../src/designer/canvas/layout/flow-layout.ts'
import { gapKey } from '../../../../src/designer/steps/gap-key.ts'
import { layoutFlow } from '../../../../src/designer/canvas/layout/layout-flow.ts'
import {
  arm,
  branch,
  flowId,
  flowOf,
  handled,
  http,
  log,
  loop,
  loopTimes,
  parallel,
  ref,
  stepId,
  type Built,
} from '../../../fixtures/doc-builder.ts'

const OPTIONS = {
  collapsed: new Set<never>(),
  hasChip: (step: { readonly kind: string }) => step.kind === 'action',
}
const MAIN = flowId('Main')
const draw = (doc: IntegrationDoc, collapsed: ReadonlySet<never> = OPTIONS.collapsed) =>
  layoutFlow(doc, MAIN, { ...OPTIONS, collapsed })

const nodeOf = (layout: FlowLayout, id: string): LayoutNode => {
  const node = layout.nodes.find((candidate) => candidate.id === id)
  if (!node) throw new Error(`No node ${id}`)
  return node
}

const overlap = (a: LayoutNode, b: LayoutNode): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Pairs of nodes that lie on each other; frames are around things and so are not counted. */
function overlaps(layout: FlowLayout): readonly string[] {
  const nodes = layout.nodes.filter(({ kind }) => kind !== 'frame' && kind !== 'merge')
  return nodes.flatMap((a, index) =>
    nodes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.id} on ${b.id}`] : [])),
  )
}

/** Every place of a flow with every index where a step can be put, as keys. */
function positionsOf(doc: IntegrationDoc): readonly string[] {
  const places: Place[] = [
    { flow: MAIN },
    ...stepsOfFlow(doc, MAIN).flatMap((id) => {
      const step = doc.steps[id]
      return step ? placesIn(step) : []
    }),
  ]
  return places
    .flatMap((place) => Array.from({ length: childrenOf(doc, place).length + 1 }, (_, index) => gapKey(place, index)))
    .toSorted()
}

/** Random trees: names are counted, so that ids stay apart. */
function trees(): fc.Arbitrary<IntegrationDoc> {
  const list = (depth: number): fc.Arbitrary<readonly Shape[]> =>
    depth === 0 ? fc.constant([]) : fc.array(one(depth), { maxLength: 3 })
  const one = (depth: number): fc.Arbitrary<Shape> =>
    fc.record({
      kind: fc.constantFrom('leaf', 'leaf', 'branch', 'loop', 'parallel', 'handled', 'handled-loop'),
      inside: fc.tuple(list(depth - 1), list(depth - 1)),
    })
  return list(3).map((shapes) => {
    let count = 0
    const name = () => `Step ${String((count += 1)).padStart(6, '0')}`
    const build = ({ kind, inside }: Shape): Built => {
      const [first, second] = inside.map((steps) => steps.map(build)) as [Built[], Built[]]
      if (kind === 'branch') return branch(name(), arm(`A${name()}`, ...first), arm(`B${name()}`, ...second))
      if (kind === 'parallel') return parallel(name(), arm(`A${name()}`, ...first), arm(`B${name()}`, ...second))
      if (kind === 'loop') return loopTimes(name(), 2, ...first, ...second)
      if (kind === 'handled') return handled(http(name()), ...first)
      if (kind === 'handled-loop') return handled(loopTimes(name(), 2, ...first), ...second)
      return http(name())
    }
    return flowOf(...shapes.map(build))
  })
}

interface Shape {
  readonly kind: string
  readonly inside: readonly [readonly Shape[], readonly Shape[]]
}

describe('layoutFlow', () => {
  it('draws steps below each other on one axis, in their order', () => {
    const layout = draw(flowOf(http('One'), log('Two'), http('Three')))
    const [trigger, one, two, three] = ['Main trigger', 'One', 'Two', 'Three'].map((name) =>
      nodeOf(layout, stepId(name)),
    ) as [LayoutNode, LayoutNode, LayoutNode, LayoutNode]
    expect([one.x, two.x, three.x]).toEqual([trigger.x, trigger.x, trigger.x])
    expect(one.y).toBeGreaterThan(trigger.y + trigger.height)
    expect(two.y).toBeGreaterThan(one.y + one.height)
    expect(three.y).toBeGreaterThan(two.y + two.height)
    expect(layout.steps).toEqual([stepId('Main trigger'), stepId('One'), stepId('Two'), stepId('Three')])
  })

  it('fans a branch out into its arms from left to right and joins them again', () => {
    const layout = draw(flowOf(branch('Check', arm('High', http('Tell')), arm('Low')), log('After')))
    const labels = ['High', 'Low', 'otherwise'].map((name) =>
      nodeOf(layout, `${stepId('Check')}:${name === 'otherwise' ? name : `arm_${name.toLowerCase().padEnd(6, '0')}`}`),
    )
    expect(labels.map(({ x }) => x)).toEqual(labels.map(({ x }) => x).toSorted((a, b) => a - b))
    const merge = nodeOf(layout, `${stepId('Check')}:merge`)
    expect(layout.edges.filter(({ to }) => to === merge.id)).toHaveLength(3)
    const after = layout.edges.find(({ to }) => to === stepId('After'))
    expect(after).toMatchObject({ from: merge.id, insert: { after: stepId('Check'), index: 1 } })
  })

  it('puts the error arm to the right of the step it belongs to, joining below', () => {
    const layout = draw(flowOf(handled(http('Call'), log('Tell'))))
    const call = nodeOf(layout, stepId('Call'))
    const tell = nodeOf(layout, stepId('Tell'))
    expect(tell.x).toBeGreaterThan(call.x + call.width)
    expect(layout.edges.filter(({ role }) => role === 'error')).toMatchObject([{ from: stepId('Call'), isError: true }])
    expect(layout.edges.filter(({ role }) => role === 'through')).toHaveLength(1)
  })

  it('draws the body of a loop inside its frame, with a way back', () => {
    const layout = draw(
      flowOf(loop('Each', ref('Main trigger'), http('Get'), branch('Check', arm('Yes', log('Tell'))))),
    )
    const frame = nodeOf(layout, `${stepId('Each')}:frame`)
    for (const name of ['Get', 'Check', 'Tell']) {
      const node = nodeOf(layout, stepId(name))
      expect(node.x).toBeGreaterThan(frame.x)
      expect(node.x + node.width).toBeLessThan(frame.x + frame.width)
      expect(node.y + node.height).toBeLessThan(frame.y + frame.height)
    }
    expect(layout.edges.filter(({ role }) => role === 'back')).toMatchObject([{ to: stepId('Each') }])
    expect(layout.nodes.findIndex(({ id }) => id === frame.id)).toBeLessThan(
      layout.nodes.findIndex(({ id }) => id === stepId('Each')),
    )
  })

  it('folds a collapsed step and says how many steps are inside', () => {
    const doc = flowOf(branch('Check', arm('Yes', http('Get'), log('Tell'))), log('After'))
    const layout = draw(doc, new Set([stepId('Check') as never]))
    expect(nodeOf(layout, stepId('Check')).folded).toBe(2)
    expect(layout.steps).toEqual([stepId('Main trigger'), stepId('Check'), stepId('After')])
    expect(layout.edges.map(({ id }) => id).toSorted()).toEqual([0, 1, 2].map((index) => gapKey({ flow: MAIN }, index)))
  })

  it('draws an empty flow with one place to put a step', () => {
    const layout = draw(flowOf())
    expect(layout.nodes.map(({ kind }) => kind)).toEqual(['step', 'end'])
    expect(layout.edges).toMatchObject([{ insert: { index: 0, after: stepId('Main trigger') } }])
  })

  it('gives an empty picture for a flow that is not there', () => {
    expect(layoutFlow(flowOf(), flowId('Other'), OPTIONS)).toMatchObject({ nodes: [], edges: [], width: 0, height: 0 })
  })

  it('has no overlapping nodes, one edge for every place and index, and every node within its bounds', () => {
    fc.assert(
      fc.property(trees(), (doc) => {
        const layout = draw(doc)
        expect(overlaps(layout)).toEqual([])
        const inserts = layout.edges.flatMap(({ insert }) => (insert ? [gapKey(insert.place, insert.index)] : []))
        expect(inserts.toSorted()).toEqual(positionsOf(doc))
        expect(new Set(layout.edges.map(({ id }) => id)).size).toBe(layout.edges.length)
        expect(new Set(layout.nodes.map(({ id }) => id)).size).toBe(layout.nodes.length)
        for (const { x, y, width, height } of layout.nodes) {
          expect(x).toBeGreaterThanOrEqual(layout.x)
          expect(y).toBeGreaterThanOrEqual(layout.y)
          expect(x + width).toBeLessThanOrEqual(layout.x + layout.width)
          expect(y + height).toBeLessThanOrEqual(layout.y + layout.height)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('draws every line along the axes, between two nodes of the picture', () => {
    fc.assert(
      fc.property(trees(), (doc) => {
        const layout = draw(doc)
        const ids = new Set(layout.nodes.map(({ id }) => id))
        for (const edge of layout.edges) {
          expect(ids.has(edge.from) && ids.has(edge.to)).toBe(true)
          edge.points.slice(1).forEach((point, index) => {
            const before = edge.points[index]!
            expect(point.x === before.x || point.y === before.y).toBe(true)
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('draws the same document the same way', () => {
    fc.assert(
      fc.property(trees(), (doc) => {
        expect(draw(structuredClone(doc))).toEqual(draw(doc))
      }),
      { numRuns: 30 },
    )
  })

  it('looks at each step a fixed number of times, however many there are', () => {
    const docOf = (blocks: number) => {
      let count = 0
      const name = () => `S${String((count += 1)).padStart(6, '0')}`
      const nine = () => Array.from({ length: 9 }, () => http(name()))
      const block = (): Built =>
        branch(name(), arm(`A${name()}`, ...nine()), arm(`B${name()}`, loopTimes(name(), 3, ...nine())))
      return flowOf(...Array.from({ length: blocks }, block))
    }
    const looksPerStep = (doc: IntegrationDoc) => {
      let looks = 0
      const steps = new Proxy(doc.steps, {
        get: (target, id) => {
          looks += 1
          return target[id as keyof typeof target]
        },
      })
      draw({ ...doc, steps })
      return looks / Object.keys(doc.steps).length
    }
    expect(looksPerStep(docOf(200))).toBeLessThanOrEqual(looksPerStep(docOf(10)) + 0.01)
    expect(looksPerStep(docOf(200))).toBeLessThanOrEqual(2)
  })
})
