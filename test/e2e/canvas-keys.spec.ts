import { flowOf, http, log } from '../fixtures/doc-builder.ts'
import { expectFlow, newIntegration, selectStep, storedDocument, undoButton } from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { node, openDocument } from './support/ui.ts'

test.describe('keys', () => {
  test('C5 what has the focus on the canvas is marked, the trigger too', async ({ page }) => {
    await newIntegration(page)
    const start = node(page, 'Start')
    const outline = () => start.evaluate((element) => getComputedStyle(element).outlineStyle)
    expect(await outline()).toBe('none')
    await page.getByRole('searchbox', { name: 'Search steps' }).focus()
    for (
      let left = 40;
      left > 0 && !(await start.evaluate((element) => element === document.activeElement));
      left -= 1
    ) {
      await page.keyboard.press('Tab')
    }
    await expect(start).toBeFocused()
    expect(await outline()).toBe('solid')
  })

  test('C5 ? lists all keys, and letters alone can be switched off, also after a reload', async ({ page }) => {
    await openDocument(page, flowOf(log('First'), log('Last')))
    await selectStep(page, 'First')
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(list.getByRole('region', { name: 'On canvas and outline' })).toContainText('Rename')
    await list.getByText('Shortcuts of a single letter').click()
    await expect(list.getByRole('switch', { name: 'Shortcuts of a single letter' })).not.toBeChecked()
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await page.reload()
    await selectStep(page, 'First')
    await page.keyboard.press('a')
    await page.keyboard.press('d')
    await page.keyboard.press('Delete')
    await expectFlow(page, ['Last'])
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(node(page, 'Last')).not.toHaveAccessibleDescription(/Disabled/)
  })

  test('C5 letters typed into a field are text there, a question mark too', async ({ page }) => {
    await newIntegration(page)
    const search = page.getByRole('searchbox', { name: 'Search steps' })
    await search.pressSequentially('why?')
    await expect(search).toHaveValue('why?')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  test('X01 undoing in a field that is no part of the document leaves the document alone', async ({ page }) => {
    await openDocument(page, flowOf(log('First'), log('Last')))
    await selectStep(page, 'First')
    await page.keyboard.press('d')
    await expect(node(page, 'First')).toHaveAccessibleDescription(/Disabled/)
    const search = page.getByRole('searchbox', { name: 'Search steps' })
    await search.pressSequentially('bra')
    await expect(page.getByRole('option', { name: 'Branch', exact: true })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await expect(search).toHaveValue('')
    await expect(node(page, 'First')).toHaveAccessibleDescription(/Disabled/)
    await expect(undoButton(page)).toBeEnabled()
  })

  test('C1 C5 C and F2 work where nodes are too small to show what they open', async ({ page }) => {
    await openDocument(page, flowOf(http('First'), log('Last')))
    await selectStep(page, 'First')
    // Zooming moves, and a press on the way counts from where it has got to.
    await expect(async () => {
      await page.getByRole('button', { name: 'Zoom out' }).click()
      const chip = node(page, 'First').getByRole('button', { name: 'Choose connection' })
      await expect(chip).toBeHidden({ timeout: 500 })
    }).toPass()
    await node(page, 'First').focus()
    await page.keyboard.press('c')
    await expect(page.getByRole('dialog', { name: 'Choose a connection' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Choose a connection' })).toBeHidden()
  })

  test('C5 pressing an entry of the palette twice adds nothing else', async ({ page }) => {
    await newIntegration(page)
    await page.getByRole('option', { name: 'HTTP Send request' }).dblclick()
    await expect(node(page, 'Send request')).toBeVisible()
    const { steps } = await storedDocument(page)
    const added = Object.values(steps).filter(({ kind }) => kind !== 'trigger')
    for (const { name } of added) expect(name).toContain('Send request')
  })
})
