// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { FlowOutline } from '../../../src/designer/outline/flow-outline.tsx'
import { arm, branch, flowOf, http, log, stepId, type Built } from '../../fixtures/doc-builder.ts'
import { openEditor } from '../steps/open-editor.tsx'

vi.setConfig({ testTimeout: 60_000 })

const doc = flowOf(http('Get'), branch('Check', arm('Good', log('Tell'))), log('Last'))
const open = async (from = doc, mode: 'editing' | 'read-only' = 'editing') => {
  const onOpenSettings = vi.fn()
  const editor = await openEditor(from, <FlowOutline onOpenSettings={onOpenSettings} />, mode)
  const tree = screen.getByRole('tree', { name: 'Flow outline' })
  const active = () => document.getElementById(tree.getAttribute('aria-activedescendant') ?? '')
  return {
    ...editor,
    tree,
    active,
    onOpenSettings,
    item: (name: string) => within(tree).getByRole('treeitem', { name }),
  }
}

describe('the outline', () => {
  it('shows trigger, steps and arms as a tree, each with what it is', async () => {
    const { tree, item } = await open()
    expect(item('Main trigger').getAttribute('aria-level')).toBe('1')
    expect(item('Good').getAttribute('aria-level')).toBe('2')
    expect(item('Tell').getAttribute('aria-level')).toBe('3')
    expect(item('Check').getAttribute('aria-expanded')).toBe('true')
    expect(within(tree).getByRole('treeitem', { description: /HTTP · Send request/ })).toBe(item('Get'))
  })

  it('X07 walks, moves, renames, disables and deletes by keyboard', async () => {
    const { tree, user, active, outline, store } = await open()
    act(() => tree.focus())
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowDown}')
    expect(active()?.getAttribute('aria-label')).toBe('Tell')
    await user.keyboard('d')
    expect(store.getState().doc.steps[stepId('Tell')]?.disabled).toBe(true)
    await user.keyboard('{F2}')
    await user.keyboard('Tell all{Enter}')
    expect(outline()[1]).toEqual(['Check', { Good: ['Tell all'], otherwise: [] }])
    act(() => tree.focus())
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(outline()).toEqual(['Get', ['Check', { Good: [], otherwise: [] }], 'Tell all', 'Last'])
    expect(active()?.getAttribute('aria-label')).toBe('Tell all')
    await user.keyboard('{Delete}')
    expect(outline()).toEqual(['Get', ['Check', { Good: [], otherwise: [] }], 'Last'])
    expect(document.activeElement).toBe(tree)
  })

  it('folds and unfolds', async () => {
    const { tree, user, item, select } = await open()
    select('Check')
    act(() => tree.focus())
    await user.keyboard('{ArrowLeft}')
    expect(item('Check').getAttribute('aria-expanded')).toBe('false')
    expect(within(tree).queryByRole('treeitem', { name: 'Tell' })).toBeNull()
    await user.keyboard('{ArrowRight}')
    expect(item('Tell').isConnected).toBe(true)
  })

  it('follows what is selected elsewhere, and opens the settings with Enter', async () => {
    const { tree, user, select, active, onOpenSettings } = await open()
    select('Last')
    expect(active()?.getAttribute('aria-label')).toBe('Last')
    act(() => tree.focus())
    await user.keyboard('{Enter}')
    expect(onOpenSettings).toHaveBeenCalledOnce()
  })

  it('changes nothing read-only', async () => {
    const { tree, user, select, outline } = await open(doc, 'read-only')
    select('Get')
    act(() => tree.focus())
    await user.keyboard('{Delete}{F2}{Alt>}{ArrowDown}{/Alt}')
    expect(outline()).toEqual(['Get', ['Check', { Good: ['Tell'], otherwise: [] }], 'Last'])
    expect(within(tree).queryByRole('textbox')).toBeNull()
  })

  it('draws the rows in view only, however many there are', async () => {
    const many = Array.from({ length: 1000 }, (_, index): Built => log(`Step ${String(index).padStart(4, '0')}`))
    const { tree, user, active } = await open(flowOf(...many))
    expect(within(tree).getAllByRole('treeitem').length).toBeLessThan(80)
    act(() => tree.focus())
    await user.keyboard('{ArrowDown}')
    expect(active()?.getAttribute('aria-label')).toBe('Step 0000')
  })
})
