import type { FlowId, IntegrationDoc, Step, StepId } from '#domain'
import type { FlowLayout, LayoutNode } from './flow-layout.ts'
import { METRICS } from './layout-metrics.ts'
import { measureSequence, measureStep, type MeasureContext } from './measure-step.ts'
import { placeSequence, placeStep, type Picture } from './place-step.ts'

export interface LayoutOptions {
  readonly collapsed: ReadonlySet<StepId>
  /** Whether a step's node has a row for its connection. */
  readonly hasChip: (step: Step) => boolean
}

/**
 * The picture of a flow, from top to bottom: two passes over the tree (measure, then place), linear in its steps.
 * A pure function of its arguments: the same document always draws the same picture.
 */
export function layoutFlow(doc: IntegrationDoc, flow: FlowId, options: LayoutOptions): FlowLayout {
  const record = doc.flows[flow]
  const context: MeasureContext = { doc, measured: new Map(), ...options }
  const picture: Picture = { context, nodes: [], edges: [], steps: [] }
  const trigger = record && measureStep(context, record.trigger)
  if (!record || !trigger) return { flow, nodes: [], edges: [], x: 0, y: 0, width: 0, height: 0, steps: [] }
  measureSequence(context, record.body)
  const start = placeStep(picture, trigger, { x: 0, y: 0 }, false)
  const isEmpty = record.body.length === 0
  const width = isEmpty ? METRICS.emptyEndWidth : METRICS.endWidth
  const height = isEmpty ? METRICS.emptyEndHeight : METRICS.endHeight
  const endId = `${flow}:end`
  placeSequence(picture, {
    place: { flow },
    ids: record.body,
    start,
    after: record.trigger,
    isError: false,
    end: (y) => {
      const box = { x: -width / 2, y, width, height }
      picture.nodes.push({ id: endId, kind: 'end', step: null, arm: null, ...box, folded: 0 })
      return { node: endId, tail: [{ x: 0, y }] }
    },
  })
  const { nodes, edges, steps } = picture
  return { flow, nodes, edges, steps, ...boundsOf(nodes) }
}

function boundsOf(nodes: readonly LayoutNode[]): Pick<FlowLayout, 'x' | 'y' | 'width' | 'height'> {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const node of nodes) {
    left = Math.min(left, node.x)
    top = Math.min(top, node.y)
    right = Math.max(right, node.x + node.width)
    bottom = Math.max(bottom, node.y + node.height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
