// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { StepPalette } from '../../../src/designer/palette/step-palette.tsx'
import { arm, branch, docOf, flow, flowOf, http, log, slot, slotId, stepId } from '../../fixtures/doc-builder.ts'
import { openEditor } from '../steps/open-editor.tsx'

vi.setConfig({ testTimeout: 60_000 })

const doc = flowOf(http('Get'), branch('Check', arm('Good', log('Tell'))), log('Last'))
const open = async (from = doc) => {
  const editor = await openEditor(from, <StepPalette />)
  const palette = within(screen.getByRole('region', { name: 'Step palette' }))
  return { ...editor, palette, search: palette.getByRole('searchbox', { name: 'Search steps' }) }
}

describe('the palette', () => {
  it('adds after the selected step with Enter, from the search box', async () => {
    const { select, user, search, outline, selected } = await open()
    select('Tell')
    await user.type(search, 'send requ{Enter}')
    expect(outline()[1]).toEqual(['Check', { Good: ['Tell', 'Send request'], otherwise: [] }])
    expect(selected()).toEqual(['Send request'])
  })

  it('walks the list with arrows while the search box keeps the focus', async () => {
    const { user, search, outline } = await open(flowOf())
    await user.click(search)
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(document.activeElement).toBe(search)
    expect(outline()).toEqual([['Loop', { body: [] }]])
  })

  it('adds at the end when nothing is selected', async () => {
    const { user, palette, outline } = await open()
    await user.click(palette.getByRole('option', { name: 'Flow Log message' }))
    expect(outline().at(-1)).toBe('Log message')
  })

  it('names a second step of a kind apart', async () => {
    const { user, search, outline } = await open(flowOf())
    await user.type(search, 'branch{Enter}')
    await user.keyboard('{Enter}')
    expect(outline().map((entry) => (typeof entry === 'string' ? entry : entry[0]))).toEqual(['Branch', 'Branch 2'])
  })

  it('puts what was added last on top, once', async () => {
    const { user, palette, search } = await open(flowOf())
    await user.type(search, 'send request{Enter}')
    await user.clear(search)
    expect(palette.getAllByRole('option')[0]?.textContent).toMatch(/^HTTP Send request/)
    expect(palette.getAllByRole('option', { name: 'HTTP Send request' })).toHaveLength(1)
  })

  it('joins the slot its connector used last in this flow', async () => {
    const { user, search, store } = await open(
      docOf({ slots: [slot('Shop', 'http')], flows: [flow('Main', http('Get', { slot: 'Shop' }))] }),
    )
    await user.type(search, 'send request{Enter}')
    const [id] = store.getState().selection
    expect(id).not.toBe(stepId('Get'))
    expect(store.getState().doc.steps[id!]).toMatchObject({ name: 'Send request', slot: slotId('Shop') })
  })

  it('says so when nothing matches', async () => {
    const { user, search, palette } = await open()
    await user.type(search, 'zzzzz')
    expect((await palette.findByText('No step matches “zzzzz”')).isConnected).toBe(true)
  })
})
