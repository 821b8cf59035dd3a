import type { Locator, Page } from '@playwright/test'
import { flowOf, http, log } from '../fixtures/doc-builder.ts'
import {
  expectFlow,
  fitFlow,
  focusStep,
  gap,
  moveTo,
  newIntegration,
  outlineTree,
  selectStep,
  settings,
  stepMenu,
  undoButton,
  expectInput,
} from './support/designer-page.ts'
import { mixedFlow } from './support/mixed-flow.ts'
import { expect, test } from './support/test.ts'
import { expectSaved, node, openDocument, runTo } from './support/ui.ts'

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement)
  for (let left = 40; left > 0; left -= 1) {
    if (await hasFocus()) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Adds beside what has the focus, by keys only. */
async function addByKey(page: Page, search: string, made: string): Promise<void> {
  await page.keyboard.press('a')
  const picker = page.getByRole('dialog', { name: 'Add a step' })
  await expect(picker.getByRole('searchbox', { name: 'Search steps' })).toBeFocused()
  await page.keyboard.type(search)
  const first = picker.getByRole('option').first()
  await expect(first).toHaveAccessibleName(new RegExp(`^(\\w+ )?${search}$`, 'i'))
  // Enter takes what is marked, which the search box names.
  const marked = await first.getAttribute('id')
  await expect(picker.getByRole('searchbox')).toHaveAttribute('aria-activedescendant', marked ?? '')
  await page.keyboard.press('Enter')
  await expect(node(page, made)).toBeFocused()
}

test.describe('C5 everything that can be dragged, without dragging', () => {
  test('C5 adds with + and clicks: a request, a branch, a loop in its arm', async ({ page }) => {
    await newIntegration(page)
    const add = async (where: string, what: string): Promise<void> => {
      await gap(page, where).click()
      await page.getByRole('dialog', { name: 'Add a step' }).getByRole('option', { name: what, exact: true }).click()
    }
    await add('after Start', 'HTTP Send request')
    await add('after Start', 'Branch')
    await add('in Arm 1', 'Loop')
    await add('in Otherwise', 'Flow Log message')
    await expectFlow(page, [
      ['Branch', { 'Arm 1': [['Loop', { body: [] }]], otherwise: ['Log message'] }],
      'Send request',
    ])
  })

  test('C5 adds after the selected step with a click in the palette', async ({ page }) => {
    await openDocument(page, flowOf(log('First'), log('Last')))
    await selectStep(page, 'First')
    await page.getByRole('searchbox', { name: 'Search steps' }).fill('brnch')
    await page.getByRole('option', { name: 'Branch', exact: true }).click()
    await expectFlow(page, ['First', ['Branch', { 'Arm 1': [], otherwise: [] }], 'Last'])
  })

  test('C5 moves by menu: to another place, into an arm, out of a loop', async ({ page }) => {
    await openDocument(page, mixedFlow())
    await fitFlow(page)
    await moveTo(page, 'Last', /^At the start.*Main$/)
    await moveTo(page, 'First', /^At the start.*Check › High$/)
    await moveTo(page, 'Inside', /^After Check/)
    await expectFlow(page, [
      'Last',
      ['Check', { High: ['First'], otherwise: ['Calm'] }],
      'Inside',
      ['Each', { body: ['Rest'] }],
    ])
  })

  test('C5 builds a flow by keyboard alone: adds, walks, moves, renames, disables, duplicates, deletes', async ({
    page,
  }) => {
    await newIntegration(page)
    await tabTo(page, node(page, 'Start'))
    await addByKey(page, 'send request', 'Send request')
    await addByKey(page, 'branch', 'Branch')
    await page.keyboard.press('ArrowRight')
    await expect(node(page, 'Arm 1')).toBeFocused()
    await addByKey(page, 'loop', 'Loop')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await expect(node(page, 'Otherwise')).toBeFocused()
    await addByKey(page, 'log message', 'Log message')
    await expectFlow(page, [
      'Send request',
      ['Branch', { 'Arm 1': [['Loop', { body: [] }]], otherwise: ['Log message'] }],
    ])

    // Out of the arm, to the start, and back down.
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(node(page, 'Log message')).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await expect(undoButton(page)).toHaveAccessibleDescription('Move Log message')
    await expectFlow(page, [
      'Log message',
      'Send request',
      ['Branch', { 'Arm 1': [['Loop', { body: [] }]], otherwise: [] }],
    ])
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('F2')
    await page.keyboard.type('Tell them')
    await page.keyboard.press('Enter')
    await expect(node(page, 'Tell them')).toBeFocused()
    await page.keyboard.press('d')
    await expect(node(page, 'Tell them')).toHaveAccessibleDescription(/Disabled/)
    await page.keyboard.press('ControlOrMeta+d')
    await expectFlow(page, [
      'Send request',
      'Tell them',
      'Tell them 2',
      ['Branch', { 'Arm 1': [['Loop', { body: [] }]], otherwise: [] }],
    ])
    await expect(node(page, 'Tell them 2')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(node(page, 'Tell them 2')).toHaveCount(0)
    await expect(node(page, 'Tell them')).toBeFocused()
    await page.keyboard.press('Alt+ArrowRight')
    await expectFlow(page, [
      'Send request',
      ['Branch', { 'Arm 1': ['Tell them', ['Loop', { body: [] }]], otherwise: [] }],
    ])
    await page.keyboard.press('ControlOrMeta+z')
    await expectFlow(page, [
      'Send request',
      'Tell them',
      ['Branch', { 'Arm 1': [['Loop', { body: [] }]], otherwise: [] }],
    ])
  })

  test('C5 walks the flow with the arrows, Home and End, and extends the selection with Shift', async ({ page }) => {
    await openDocument(page, mixedFlow())
    await fitFlow(page)
    await focusStep(page, 'First')
    const walk: readonly (readonly [string, string])[] = [
      ['ArrowDown', 'Check'],
      ['ArrowRight', 'High'],
      ['ArrowRight', 'otherwise'],
      ['ArrowDown', 'Calm'],
      ['ArrowDown', 'Each'],
      ['ArrowRight', 'Inside'],
      ['ArrowDown', 'Rest'],
      ['ArrowLeft', 'Each'],
      ['End', 'Last'],
      ['Home', 'Main trigger'],
    ]
    for (const [key, name] of walk) {
      await page.keyboard.press(key)
      await expect(node(page, name)).toBeFocused()
    }
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(settings(page)).toContainText('2 steps selected')
    await page.keyboard.press('ControlOrMeta+a')
    await expect(settings(page)).toContainText('8 steps selected')
    await page.keyboard.press('Escape')
    await expect(settings(page)).toContainText('Flow settings')
  })

  test('C5 opens settings, connection picker and menu by key, and gives the focus back', async ({ page }) => {
    await openDocument(page, flowOf(http('Call'), log('Tell')))
    await focusStep(page, 'Call')
    await page.keyboard.press('c')
    await expect(page.getByRole('dialog', { name: 'Choose a connection' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Choose a connection' })).toHaveCount(0)
    await focusStep(page, 'Call')
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menu', { name: 'Step actions' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(node(page, 'Call')).toBeFocused()
    await page.keyboard.press('Shift+F10')
    const menu = page.getByRole('menu', { name: 'Step actions' })
    await expect(menu.getByRole('menuitem', { name: 'Open settings' })).toBeFocused()
    await page.keyboard.type('move')
    await expect(menu.getByRole('menuitem', { name: 'Move to…' })).toBeFocused()
    await page.keyboard.press('Enter')
    const places = page.getByRole('dialog', { name: 'Move Call to…' })
    await expect(places.getByRole('searchbox', { name: 'Find a place' })).toBeFocused()
    await page.keyboard.type('tell')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectFlow(page, ['Tell', 'Call'])
    await focusStep(page, 'Tell')
    await page.keyboard.press('Enter')
    await expect(settings(page).getByRole('textbox', { name: 'Step name' })).toBeFocused()
  })

  test('C5 runs, pins the result and saves by key', async ({ page }) => {
    await openDocument(page, flowOf(log('Tell')))
    await focusStep(page, 'Tell')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(node(page, 'Tell')).toHaveAccessibleDescription(/Succeeded/)
    await focusStep(page, 'Tell')
    await page.keyboard.press('p')
    await expect(node(page, 'Tell')).toHaveAccessibleDescription(/Output is pinned/)
    await page.keyboard.press('p')
    await expect(node(page, 'Tell')).not.toHaveAccessibleDescription(/Output is pinned/)
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByText('All changes are saved')).toBeVisible()
  })
})

test.describe('C5 the clipboard', () => {
  test.beforeEach(async ({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

  test('C5 copies, cuts and pastes by key, also into another flow', async ({ page }) => {
    await openDocument(page, mixedFlow())
    await fitFlow(page)
    await focusStep(page, 'First')
    await page.keyboard.press('ControlOrMeta+c')
    await focusStep(page, 'Last')
    await page.keyboard.press('ControlOrMeta+v')
    await expectFlow(page, [
      'First',
      ['Check', { High: [], otherwise: ['Calm'] }],
      ['Each', { body: ['Inside', 'Rest'] }],
      'Last',
      'First 2',
    ])
    await focusStep(page, 'Check')
    await page.keyboard.press('ControlOrMeta+x')
    await expect(node(page, 'Check')).toHaveCount(0)
    await page.getByRole('button', { name: /^Flow: / }).click()
    await page.getByRole('menuitem', { name: 'Add flow' }).click()
    await focusStep(page, 'Start')
    await page.keyboard.press('ControlOrMeta+v')
    await expect(node(page, 'Check')).toBeVisible()
    await expect(node(page, 'Calm')).toBeVisible()
    await expectFlow(page, ['First', ['Each', { body: ['Inside', 'Rest'] }], 'Last', 'First 2'])
  })

  test('C5 copies, pastes and duplicates by menu', async ({ page }) => {
    await openDocument(page, mixedFlow())
    await fitFlow(page)
    await stepMenu(page, 'Calm', 'Copy')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Calm')
    await stepMenu(page, 'Rest', 'Paste after')
    await expect(node(page, 'Calm 2')).toBeVisible()
    await stepMenu(page, 'Check', 'Duplicate')
    await expectFlow(page, [
      'First',
      ['Check', { High: [], otherwise: ['Calm'] }],
      ['Check 2', { High: [], otherwise: ['Calm 3'] }],
      ['Each', { body: ['Inside', 'Rest', 'Calm 2'] }],
      'Last',
    ])
  })
})

test.describe('C5 the outline', () => {
  test('C5 does what the canvas does: walks, adds, moves, renames, disables, deletes, opens the settings', async ({
    page,
  }) => {
    await openDocument(page, mixedFlow())
    await page.getByText('Outline', { exact: true }).click()
    const tree = outlineTree(page)
    const row = (name: string): Locator => tree.getByRole('treeitem', { name, exact: true })
    await expect(tree.getByRole('treeitem')).toHaveCount(11)
    await expect(row('Calm')).toHaveAttribute('aria-level', '3')

    await row('First').click()
    await tree.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expectFlow(page, [
      ['Check', { High: [], otherwise: ['Calm'] }],
      'First',
      ['Each', { body: ['Inside', 'Rest'] }],
      'Last',
    ])
    await page.keyboard.press('F2')
    await page.keyboard.type('Renamed')
    await page.keyboard.press('Enter')
    await expect(row('Renamed')).toBeVisible()
    await expect(node(page, 'Renamed')).toBeVisible()
    await tree.focus()
    await page.keyboard.press('d')
    await expect(row('Renamed')).toHaveAccessibleDescription(/Disabled/)
    await page.keyboard.press('a')
    await page.getByRole('searchbox', { name: 'Search steps' }).last().fill('stop')
    await page.getByRole('dialog').getByRole('option', { name: 'Stop', exact: true }).click()
    await expect(row('Stop')).toBeVisible()
    await row('Inside').click()
    await tree.focus()
    await page.keyboard.press('Delete')
    await expect(row('Inside')).toHaveCount(0)
    await expectFlow(page, [
      ['Check', { High: [], otherwise: ['Calm'] }],
      'Renamed',
      'Stop',
      ['Each', { body: ['Rest'] }],
      'Last',
    ])

    await row('Each').click()
    await tree.focus()
    await page.keyboard.press('ArrowLeft')
    await expect(row('Each')).toHaveAttribute('aria-expanded', 'false')
    await expect(row('Rest')).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await expect(row('Rest')).toBeVisible()
    await row('Rest').click({ button: 'right' })
    await page.getByRole('menu', { name: 'Step actions' }).getByRole('menuitem', { name: 'Move to…' }).click()
    await page.getByRole('dialog', { name: 'Move Rest to…' }).getByRole('option', { name: /High$/ }).click()
    await expectFlow(page, [
      ['Check', { High: ['Rest'], otherwise: ['Calm'] }],
      'Renamed',
      'Stop',
      ['Each', { body: [] }],
      'Last',
    ])
    await row('Last').click()
    await tree.focus()
    await page.keyboard.press('Enter')
    await expect(settings(page).getByRole('textbox', { name: 'Step name' })).toBeFocused()
    await expectInput(page, 'Message', 'hello')
  })

  test('C5 shows what a run did, and stays beside the canvas', async ({ page }) => {
    await openDocument(page, mixedFlow())
    await page.getByText('Outline', { exact: true }).click()
    await runTo(page, 'Succeeded')
    await expect(outlineTree(page).getByRole('treeitem', { name: 'Inside', exact: true })).toHaveAccessibleDescription(
      /Succeeded/,
    )
    await expectSaved(page)
  })
})
