import type { Page } from '@playwright/test'
import { saveDocument } from '#format'
import { largeDoc } from '../fixtures/large-doc.ts'
import {
  canvas,
  carry,
  dropZones,
  fillInput,
  gap,
  middleOf,
  outlineTree,
  selectStep,
  settings,
  undoButton,
  expectInput,
} from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { expectSaved, importText, node } from './support/ui.ts'

/** Longest that one press, drag or burst of typing may take to be answered, milliseconds; far above what it does take. */
const PATIENCE = 10_000

/** A thousand steps in one flow. */
const thousand = () => largeDoc(1000, 1000)

async function timed(act: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** Imports the thousand steps, which a machine busy with other things is given time for. */
async function openThousand(page: Page): Promise<void> {
  await page.goto('/')
  await importText(page, saveDocument(thousand()))
  await expect(node(page, 'f000 get 0000')).toBeVisible({ timeout: 30_000 })
}

const zoom = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Canvas view' }).getByRole('button', { name })

test.describe('C5 a flow of 1,000 steps', () => {
  test('C5 stays usable with 1,000 steps: drags, zooms, types, undoes, and keeps it all', async ({ page }) => {
    test.setTimeout(120_000)
    await openThousand(page)
    const first = 'f000 get 0000'
    await expect(node(page, first)).toBeVisible()

    expect(
      await timed(async () => {
        await carry(
          page,
          page.getByRole('option', { name: 'Flow Log message' }),
          await middleOf(gap(page, `after ${first}`)),
        )
        await expect(dropZones(page, 'target')).toHaveCount(1)
        await page.mouse.up()
        await expect(node(page, 'Log message')).toBeVisible()
      }),
      'dragging a new step in',
    ).toBeLessThan(PATIENCE)

    expect(
      await timed(async () => {
        await fillInput(page, 'Message', 'Still quick with a thousand steps')
        await expectInput(page, 'Message', 'Still quick with a thousand steps')
      }),
      'typing',
    ).toBeLessThan(PATIENCE)

    expect(
      await timed(async () => {
        await zoom(page, 'Fit flow').click()
        await expect(node(page, first)).toHaveCount(0)
        await zoom(page, 'Zoom to selection').click()
        await expect(node(page, 'Log message')).toBeVisible()
      }),
      'showing everything, and the selected step again',
    ).toBeLessThan(PATIENCE)
    // However many there are, only what is in view is drawn.
    expect(await canvas(page).getByRole('group').count()).toBeLessThan(80)

    expect(
      await timed(async () => {
        await undoButton(page).click()
        await undoButton(page).click()
        await expect(node(page, 'Log message')).toHaveCount(0)
      }),
      'undoing',
    ).toBeLessThan(PATIENCE)
    await expect(undoButton(page)).toBeDisabled()
    await expectSaved(page)
    await page.reload()
    await expect(node(page, first)).toBeVisible()
  })

  test('C5 walks to the end of 1,000 steps, on the canvas and in the outline', async ({ page }) => {
    await openThousand(page)
    await selectStep(page, 'f000 get 0000')
    await node(page, 'f000 get 0000').focus()
    await page.keyboard.press('End')
    const last = settings(page).getByRole('textbox', { name: 'Step name' })
    await expect(last).toHaveValue(/^f000 done 0\d+$/)
    const name = await last.inputValue()
    await expect(node(page, name)).toBeFocused()

    await page.getByText('Outline', { exact: true }).click()
    await expect(outlineTree(page).getByRole('treeitem', { name, exact: true })).toBeVisible()
    expect(await outlineTree(page).getByRole('treeitem').count()).toBeLessThan(100)
    await outlineTree(page).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect(last).toHaveValue('f000 get 0000')
  })
})
