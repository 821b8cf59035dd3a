import type { ArmId, FlowId, IntegrationDoc, StepId } from '#domain'
import { armNodeId } from '../steps/arm-node-id.ts'

/** A row of the outline: a step, or an arm of one. */
export interface OutlineRow {
  readonly id: string
  readonly step: StepId
  /** null for the step itself. */
  readonly arm: ArmId | null
  /** From 1. */
  readonly level: number
  /** null for what has nothing inside. */
  readonly isExpanded: boolean | null
  readonly parent: string | null
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number
  readonly siblings: number
}

/** The rows of a flow from top to bottom: trigger, steps, and under each step its arms with what is in them. */
export function outlineRows(doc: IntegrationDoc, flow: FlowId, collapsed: ReadonlySet<StepId>): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  const walk = (ids: readonly StepId[], level: number, parent: string | null) => {
    ids.forEach((id, index) => {
      const step = doc.steps[id]
      if (!step) return
      const isExpanded = step.arms.length > 0 ? !collapsed.has(id) : null
      const place = { position: index + 1, siblings: ids.length }
      rows.push({ id, step: id, arm: null, level, isExpanded, parent, ...place })
      if (isExpanded !== true) return
      step.arms.forEach((arm, at) => {
        rows.push({
          id: armNodeId(id, arm.id),
          step: id,
          arm: arm.id,
          level: level + 1,
          isExpanded: arm.body.length > 0 ? true : null,
          parent: id,
          position: at + 1,
          siblings: step.arms.length,
        })
        walk(arm.body, level + 2, armNodeId(id, arm.id))
      })
    })
  }
  const record = doc.flows[flow]
  if (record) walk([record.trigger, ...record.body], 1, null)
  return rows
}

export type OutlineKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

/** What an arrow key does: goes to a row, or folds and unfolds the step of one. */
export type OutlineMove = { readonly to: string } | { readonly toggle: StepId } | undefined

/** The keys of a tree as the ARIA practices describe them (Tree View pattern, keyboard interaction). */
export function outlineMove(rows: readonly OutlineRow[], id: string, key: OutlineKey): OutlineMove {
  const index = rows.findIndex((row) => row.id === id)
  const row = rows[index]
  const goTo = (other: OutlineRow | undefined): OutlineMove => other && { to: other.id }
  switch (key) {
    case 'Home':
      return goTo(rows[0])
    case 'End':
      return goTo(rows.at(-1))
    case 'ArrowUp':
      return goTo(rows[index - 1])
    case 'ArrowDown':
      return goTo(rows[index + 1])
    case 'ArrowRight':
      if (!row || row.isExpanded === null) return undefined
      return row.isExpanded ? goTo(rows[index + 1]) : { toggle: row.step }
    case 'ArrowLeft':
      if (!row) return undefined
      if (row.arm === null && row.isExpanded === true) return { toggle: row.step }
      return row.parent === null ? undefined : { to: row.parent }
    default:
      return undefined
  }
}

export const isOutlineKey = (key: string): key is OutlineKey =>
  ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)
