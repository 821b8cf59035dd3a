import { childrenOf, positionOf, type Position } from '#domain'
import type { WorkbenchState } from '#workbench'

/** Where the palette adds: at the gap chosen with `+`, else after the last selected step, else at the end of the flow. */
export function nextPositionOf({ doc, flow, selection, insertAt }: WorkbenchState): Position {
  if (insertAt) return insertAt.position
  const selected = selection.at(-1)
  const at = selected && positionOf(doc, selected)
  if (at) return { place: at.place, index: at.index + 1 }
  if (selected !== undefined && selected === doc.flows[flow]?.trigger) return { place: { flow }, index: 0 }
  return { place: { flow }, index: childrenOf(doc, { flow }).length }
}
