import type { FlowId, IntegrationDoc } from '#domain'
import type { FlowLayout, LayoutEdge, LayoutNode } from './flow-layout.ts'
import { layoutFlow, type LayoutOptions } from './layout-flow.ts'

interface Drawn {
  readonly doc: IntegrationDoc
  readonly options: LayoutOptions
  readonly layout: FlowLayout
}

/**
 * A `layoutFlow` that remembers its last picture: an edit that changes no structure (a name, an input) gives the very same
 * layout, and one that does keeps the objects of all nodes and edges that stayed where they were. So whoever compares by
 * reference renders only what moved.
 */
export function createLayoutMemo(): (doc: IntegrationDoc, flow: FlowId, options: LayoutOptions) => FlowLayout {
  let last: Drawn | null = null
  return (doc, flow, options) => {
    if (last && last.layout.flow === flow && looksTheSame(last, doc, options)) {
      last = { ...last, doc, options }
      return last.layout
    }
    const layout = layoutFlow(doc, flow, options)
    last = { doc, options, layout: last ? reuse(last.layout, layout) : layout }
    return last.layout
  }
}

function looksTheSame({ doc: before, options: was, layout }: Drawn, doc: IntegrationDoc, now: LayoutOptions): boolean {
  if (was.collapsed !== now.collapsed) return false
  const flow = doc.flows[layout.flow]
  const wasFlow = before.flows[layout.flow]
  if (flow?.body !== wasFlow?.body || flow?.trigger !== wasFlow?.trigger) return false
  if (before.steps === doc.steps && was.hasChip === now.hasChip) return true
  return layout.steps.every((id) => {
    const a = before.steps[id]
    const b = doc.steps[id]
    if (!a || !b) return false
    return (a === b || a.arms === b.arms) && was.hasChip(a) === now.hasChip(b)
  })
}

function reuse(before: FlowLayout, after: FlowLayout): FlowLayout {
  const nodes = new Map(before.nodes.map((node) => [node.id, node]))
  const edges = new Map(before.edges.map((edge) => [edge.id, edge]))
  return {
    ...after,
    nodes: after.nodes.map((node) => keep(nodes.get(node.id), node, sameNode)),
    edges: after.edges.map((edge) => keep(edges.get(edge.id), edge, sameEdge)),
  }
}

const keep = <T>(before: T | undefined, after: T, same: (a: T, b: T) => boolean): T =>
  before !== undefined && same(before, after) ? before : after

const sameNode = (a: LayoutNode, b: LayoutNode): boolean =>
  a.x === b.x &&
  a.y === b.y &&
  a.width === b.width &&
  a.height === b.height &&
  a.kind === b.kind &&
  a.folded === b.folded

const sameEdge = (a: LayoutEdge, b: LayoutEdge): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.role === b.role &&
  a.isError === b.isError &&
  a.insert?.after === b.insert?.after &&
  a.points.length === b.points.length &&
  a.points.every((point, index) => point.x === b.points[index]?.x && point.y === b.points[index]?.y)
