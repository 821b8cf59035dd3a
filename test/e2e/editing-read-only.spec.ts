import { literal } from '#domain'
import { flowOf, http, log, loop } from '../fixtures/doc-builder.ts'
import {
  canvas,
  carry,
  dropZones,
  entry,
  expectFlow,
  fitFlow,
  focusStep,
  input,
  middleOf,
  outlineTree,
  redoButton,
  selectStep,
  settings,
  undoButton,
} from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { expectSaved, node, openDocument } from './support/ui.ts'

const doc = () => flowOf(log('First'), http('Call'), loop('Each', literal([1]), log('Inside')))

test.describe('X09 the second tab', () => {
  test('X09 is read-only, says so, and has no editing controls: canvas, palette, outline, menu, keys, settings', async ({
    page,
    context,
  }) => {
    await openDocument(page, doc())
    await selectStep(page, 'First')
    await settings(page).getByRole('textbox', { name: 'Step name' }).fill('Begin')
    await expectSaved(page)
    const second = await context.newPage()
    await second.goto(page.url())
    await expect(second.getByText('Read-only: another tab is editing this integration')).toBeVisible()
    await fitFlow(second)

    await expect(undoButton(second)).toBeDisabled()
    await expect(redoButton(second)).toBeDisabled()
    await expect(canvas(second).getByRole('button', { name: /^Add step/ })).toHaveCount(0)
    await carry(second, entry(second, 'Branch'), await middleOf(node(second, 'Each')))
    await expect(dropZones(second)).toHaveCount(0)
    await second.mouse.up()
    await expect(second.getByRole('textbox', { name: 'Integration name' })).toHaveAttribute('readonly')

    await selectStep(second, 'Begin')
    await expect(settings(second).getByRole('textbox', { name: 'Step name' })).toHaveAttribute('readonly')
    await expect(settings(second).getByRole('button', { name: /^(Insert reference|How )/ })).toHaveCount(0)
    await expect(input(second, 'Message')).not.toBeEditable()

    await node(second, 'Begin').click({ button: 'right', position: { x: 24, y: 12 } })
    const menu = second.getByRole('menu', { name: 'Step actions' })
    await expect(menu.getByRole('menuitem')).toHaveText([/^Open settings/, /^Copy/])
    await second.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)

    await focusStep(second, 'Begin')
    for (const key of ['a', 'd', 'F2', 'Delete', 'ControlOrMeta+d', 'Alt+ArrowDown', 'ControlOrMeta+z']) {
      await second.keyboard.press(key)
    }
    await expect(second.getByRole('dialog')).toHaveCount(0)
    await carry(second, node(second, 'Begin'), await middleOf(node(second, 'Each')))
    await expect(dropZones(second)).toHaveCount(0)
    await second.mouse.up()
    await second.getByText('Outline', { exact: true }).click()
    await outlineTree(second).focus()
    await second.keyboard.press('Delete')
    await expectFlow(second, ['Begin', 'Call', ['Each', { body: ['Inside'] }]])

    // What the first tab saves appears here.
    await settings(page).getByRole('textbox', { name: 'Step name' }).fill('Begin again')
    await expect(node(second, 'Begin again')).toBeVisible()
  })

  test('X09 can take over; then the first is read-only, and no edit of either is lost', async ({ page, context }) => {
    await openDocument(page, doc())
    const second = await context.newPage()
    await second.goto(page.url())
    await selectStep(page, 'First')
    await settings(page).getByRole('textbox', { name: 'Step name' }).fill('Begin')
    await second.getByRole('button', { name: 'Take over' }).click()
    await expect(page.getByText('Read-only: another tab is editing this integration')).toBeVisible()
    await expect(second.getByRole('button', { name: 'Take over' })).toHaveCount(0)
    await expect(node(second, 'Begin')).toBeVisible()
    await selectStep(second, 'Call')
    await settings(second).getByRole('textbox', { name: 'Step name' }).fill('Ask')
    await expectSaved(second)
    await expectFlow(second, ['Begin', 'Ask', ['Each', { body: ['Inside'] }]])
    await expect(node(page, 'Ask')).toBeVisible()
    await expect(undoButton(second)).toHaveAccessibleDescription('Rename step to Ask')
    await undoButton(second).click()
    await expect(undoButton(second)).toHaveAccessibleDescription('Rename step to Begin')
  })
})
