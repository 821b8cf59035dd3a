// @vitest-environment jsdom
import { literal } from '#domain'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { Profiler } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { FlowCanvas } from '../../../src/designer/canvas/flow-canvas.tsx'
import { stepId } from '../../fixtures/doc-builder.ts'
import { arm, branch, flowOf, http, log, loopTimes, ref } from '../../fixtures/doc-builder.ts'
import { openEditor } from '../steps/open-editor.tsx'

vi.setConfig({ testTimeout: 60_000 })

const doc = flowOf(
  http('Get customers'),
  branch('Check', arm('Good', log('Tell', ref('Get customers', 'body')))),
  loopTimes('Repeat', 3, log('Again')),
)

const focused = () => document.activeElement?.getAttribute('aria-label')

const openCanvas = async (from = doc, mode: 'editing' | 'read-only' = 'editing') => {
  const onOpenSettings = vi.fn()
  const editor = await openEditor(from, <FlowCanvas onOpenSettings={onOpenSettings} />, mode)
  const canvas = within(await screen.findByRole('region', { name: 'Flow canvas' }))
  return { ...editor, canvas, onOpenSettings, node: (name: string) => canvas.getByRole('group', { name }) }
}

describe('the canvas', () => {
  it('shows every step as a group with its name, and what it is as its description', async () => {
    const { canvas, node } = await openCanvas()
    const described = (name: string, description: string | RegExp) => canvas.getByRole('group', { name, description })
    expect(described('Get customers', /HTTP · Send request/)).toBe(node('Get customers'))
    expect(described('Check', 'Branch')).toBe(node('Check'))
    expect(described('Main trigger', 'Manual trigger')).toBe(node('Main trigger'))
    expect(node('Good').isConnected).toBe(true)
  })

  it('tells status, duration and count of the run shown', async () => {
    const { canvas, store } = await openCanvas()
    const byStep = {
      [stepId('Again')]: {
        status: 'succeeded',
        runs: 3,
        failed: 0,
        milliseconds: 120,
        latest: 'k',
        retrying: false,
        progress: null,
      },
    } as const
    act(() => store.setState({ run: { byStep } as never }))
    expect(canvas.getByRole('group', { description: /Succeeded in 120 ms, 3 runs/ })).toBe(
      canvas.getByRole('group', { name: 'Again' }),
    )
  })

  it('C5 adds a step at the gap whose + is pressed, and selects it', async () => {
    const { canvas, user, outline, selected } = await openCanvas()
    await user.click(canvas.getByRole('button', { name: 'Add step in Good' }))
    const menu = within(await screen.findByRole('dialog', { name: 'Add a step' }))
    await user.type(menu.getByRole('searchbox', { name: 'Search steps' }), 'set fields{Enter}')
    expect(outline()[1]).toEqual(['Check', { Good: ['Set fields', 'Tell'], otherwise: [] }])
    expect(selected()).toEqual(['Set fields'])
  })

  it('says how to begin where the flow is empty', async () => {
    const { canvas, user, outline } = await openCanvas(flowOf())
    await user.click(canvas.getByRole('button', { name: 'Add the first step' }))
    const menu = within(await screen.findByRole('dialog', { name: 'Add a step' }))
    await user.click(menu.getByRole('option', { name: 'HTTP Send request' }))
    expect(outline()).toEqual(['Send request'])
  })

  it('is looked at only, read-only: no +, no key that changes anything', async () => {
    const { canvas, node, user, outline } = await openCanvas(doc, 'read-only')
    expect(canvas.queryAllByRole('button', { name: /^Add step/ })).toEqual([])
    await user.click(node('Get customers'))
    await user.keyboard('{Delete}d{F2}{Alt>}{ArrowDown}{/Alt}')
    expect(outline()).toEqual([
      'Get customers',
      ['Check', { Good: ['Tell'], otherwise: [] }],
      ['Repeat', { body: ['Again'] }],
    ])
    expect(canvas.queryByRole('textbox')).toBeNull()
  })
})

describe('the keyboard on the canvas', () => {
  it('is one tab stop, and gives the focus to the selected step', async () => {
    const { select, user } = await openCanvas()
    select('Check')
    await user.tab()
    await waitFor(() => expect(focused()).toBe('Check'))
    await user.tab()
    expect(document.activeElement?.closest('[role="group"]')).toBeNull()
  })

  it('follows the flow with arrows, and selects what it comes to', async () => {
    const { node, user, selected } = await openCanvas()
    await user.click(node('Main trigger'))
    for (const name of ['Get customers', 'Check', 'Repeat']) {
      await user.keyboard('{ArrowDown}')
      expect(focused()).toBe(name)
    }
    await user.keyboard('{ArrowRight}')
    expect(focused()).toBe('Again')
    expect(selected()).toEqual(['Again'])
  })

  it('renames with F2; one burst of typing undoes as one change', async () => {
    const { node, user, outline, undo, store } = await openCanvas()
    await user.click(node('Get customers'))
    await user.keyboard('{F2}')
    await user.keyboard('Fetch them{Enter}')
    expect(outline()[0]).toBe('Fetch them')
    expect(store.getState().history.done).toHaveLength(1)
    undo()
    expect(outline()[0]).toBe('Get customers')
  })

  it('disables, duplicates, deletes and moves', async () => {
    const { node, user, outline, store } = await openCanvas()
    await user.click(node('Repeat'))
    await user.keyboard('d')
    expect(store.getState().doc.steps[stepId('Repeat')]?.disabled).toBe(true)
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(outline()[1]).toEqual(['Repeat', { body: ['Again'] }])
    await user.keyboard('{Control>}d{/Control}')
    expect(outline()[2]).toEqual(['Repeat 2', { body: ['Again 2'] }])
    await user.keyboard('{Delete}')
    expect(outline()).toHaveLength(3)
  })

  it('opens the settings with Enter', async () => {
    const { node, user, onOpenSettings } = await openCanvas()
    await user.click(node('Check'))
    await user.keyboard('{Enter}')
    expect(onOpenSettings).toHaveBeenCalledOnce()
  })

  it('X03 says which references a move breaks before it does it', async () => {
    const { node, user, outline } = await openCanvas()
    await user.click(node('Get customers'))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    const question = within(await screen.findByRole('alertdialog', { name: 'Moving this breaks 1 reference' }))
    expect(question.getByText('Tell uses Get customers').isConnected).toBe(true)
    expect(outline()[0]).toBe('Get customers')
    await user.click(question.getByRole('button', { name: 'Move anyway' }))
    expect(outline()[1]).toBe('Get customers')
  })
})

describe('dragging', () => {
  const drag = (from: Element, by: { readonly x: number; readonly y: number }) => {
    const pointer = { pointerId: 7, button: 0, bubbles: true }
    fireEvent.pointerDown(from, { ...pointer, clientX: 500, clientY: 200 })
    fireEvent.pointerMove(window, { ...pointer, clientX: by.x, clientY: by.y })
    return {
      drop: () => fireEvent.pointerUp(window, { ...pointer, clientX: by.x, clientY: by.y }),
      cancel: () => fireEvent.keyDown(window, { key: 'Escape' }),
    }
  }

  it('lights up where a step may go, and nothing after Escape', async () => {
    const { node } = await openCanvas()
    const { cancel } = drag(node('Repeat'), { x: 400, y: 400 })
    const zones = () =>
      [...document.querySelectorAll('[data-drop-zone]')].map((zone) => zone.getAttribute('data-drop-zone'))
    expect(zones()).toContain('allowed')
    expect(zones()).toContain('refused')
    cancel()
    expect(zones()).toEqual([])
  })
})

describe('rendering', () => {
  it('renders one node when one name is typed', async () => {
    const steps = Array.from({ length: 12 }, (_, index) => http(`Step ${String(index).padStart(3, '0')}`))
    const rendered = vi.fn()
    const { store } = await openEditor(
      flowOf(...steps),
      <Profiler id="canvas" onRender={rendered}>
        <FlowCanvas onOpenSettings={() => undefined} />
      </Profiler>,
    )
    const names = () => screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))
    await waitFor(() => expect(names()).toContain('Step 000'))
    const groups = new Map(screen.getAllByRole('group').map((group) => [group.getAttribute('aria-label'), group]))
    const changed: string[] = []
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        changed.push(element?.closest('[role="group"], button')?.getAttribute('aria-label') ?? '')
      }
    })
    observer.observe(document.body, { subtree: true, attributes: true, characterData: true, childList: true })
    act(() => {
      store.getState().dispatch({ type: 'step/update', id: stepId('Step 003'), changes: { name: 'Renamed' } })
    })
    await Promise.resolve()
    observer.disconnect()
    expect(new Set(changed)).toEqual(new Set(['Renamed', 'Add step after Renamed']))
    expect(groups.get('Step 004')).toBe(screen.getByRole('group', { name: 'Step 004' }))
  })

  it('renders no node anew when an input is typed', async () => {
    const { store, node } = await openCanvas()
    const before = node('Get customers').outerHTML
    const rendered = vi.fn()
    const observer = new MutationObserver(rendered)
    observer.observe(document.body, { subtree: true, attributes: true, characterData: true, childList: true })
    act(() => {
      store.getState().dispatch({
        type: 'step/set-input',
        id: stepId('Get customers'),
        input: 'url',
        value: literal('https://api.test/x'),
      })
    })
    await Promise.resolve()
    observer.disconnect()
    expect(rendered).not.toHaveBeenCalled()
    expect(node('Get customers').outerHTML).toBe(before)
  })
})
