import type { FlowId, IntegrationDoc, StepId } from '#domain'
import { outlineRows, type OutlineRow } from './outline-rows.ts'

/** An `outlineRows` that gives the very same rows while an edit changes no structure. */
export function createRowsMemo(): (
  doc: IntegrationDoc,
  flow: FlowId,
  collapsed: ReadonlySet<StepId>,
) => readonly OutlineRow[] {
  let last: { doc: IntegrationDoc; flow: FlowId; collapsed: ReadonlySet<StepId>; rows: readonly OutlineRow[] } | null =
    null
  return (doc, flow, collapsed) => {
    if (last && last.doc === doc && last.flow === flow && last.collapsed === collapsed) return last.rows
    const rows = outlineRows(doc, flow, collapsed)
    const before = last?.rows
    const isSame = before?.length === rows.length && rows.every((row, index) => sameRow(row, before[index]))
    last = { doc, flow, collapsed, rows: isSame ? before : rows }
    return last.rows
  }
}

const sameRow = (a: OutlineRow, b: OutlineRow | undefined): boolean =>
  a.id === b?.id &&
  a.level === b.level &&
  a.parent === b.parent &&
  a.isExpanded === b.isExpanded &&
  a.position === b.position &&
  a.siblings === b.siblings
