import { describe, expect, it } from 'vitest'
import { createRowsMemo } from '../../../src/designer/outline/create-rows-memo.ts'
import { outlineMove, outlineRows } from '../../../src/designer/outline/outline-rows.ts'
import { arm, branch, flowId, flowOf, http, log, stepId } from '../../fixtures/doc-builder.ts'

const doc = flowOf(http('One'), branch('Check', arm('Yes', log('Tell'))), http('Two'))
const rows = outlineRows(doc, flowId('Main'), new Set())
const yes = `${stepId('Check')}:arm_yes000`

describe('outlineRows', () => {
  it('lists trigger, steps and arms with their level and place', () => {
    expect(rows.map(({ id, level }) => [id, level])).toEqual([
      [stepId('Main trigger'), 1],
      [stepId('One'), 1],
      [stepId('Check'), 1],
      [yes, 2],
      [stepId('Tell'), 3],
      [`${stepId('Check')}:otherwise`, 2],
      [stepId('Two'), 1],
    ])
    expect(rows[3]).toMatchObject({ position: 1, siblings: 2, isExpanded: true, parent: stepId('Check') })
    expect(rows[5]).toMatchObject({ isExpanded: null })
  })

  it('leaves out what is inside a folded step', () => {
    const folded = outlineRows(doc, flowId('Main'), new Set([stepId('Check')]))
    expect(folded.map(({ id }) => id)).not.toContain(yes)
    expect(folded.find(({ id }) => id === stepId('Check'))).toMatchObject({ isExpanded: false })
  })

  it('gives the very same rows while an edit changes no structure', () => {
    const rowsOf = createRowsMemo()
    const none = new Set<never>()
    const before = rowsOf(doc, flowId('Main'), none)
    const one = doc.steps[stepId('One')]!
    const renamed = { ...doc, steps: { ...doc.steps, [one.id]: { ...one, name: 'Other' } } }
    expect(rowsOf(renamed, flowId('Main'), none)).toBe(before)
    expect(rowsOf(renamed, flowId('Main'), new Set([stepId('Check')]))).not.toBe(before)
  })
})

describe('outlineMove', () => {
  it('walks, folds and unfolds as a tree does', () => {
    expect(outlineMove(rows, stepId('One'), 'ArrowDown')).toEqual({ to: stepId('Check') })
    expect(outlineMove(rows, stepId('One'), 'ArrowUp')).toEqual({ to: stepId('Main trigger') })
    expect(outlineMove(rows, stepId('Check'), 'ArrowRight')).toEqual({ to: yes })
    expect(outlineMove(rows, stepId('Check'), 'ArrowLeft')).toEqual({ toggle: stepId('Check') })
    expect(outlineMove(rows, stepId('Tell'), 'ArrowLeft')).toEqual({ to: yes })
    expect(outlineMove(rows, yes, 'ArrowLeft')).toEqual({ to: stepId('Check') })
    expect(outlineMove(rows, stepId('Two'), 'End')).toEqual({ to: stepId('Two') })
    expect(outlineMove(rows, stepId('One'), 'ArrowRight')).toBeUndefined()
  })
})
