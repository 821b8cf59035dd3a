import type { Page } from '@playwright/test'
import { literal } from '#domain'
import { arm, branch, expr, flowOf, loop, log, ref, setFields, template } from '../fixtures/doc-builder.ts'
import {
  dragInto,
  expectFlow,
  fitFlow,
  focusStep,
  input,
  moveTo,
  selectStep,
  settings,
  stepMenu,
  undoButton,
} from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { executions, node, openDocument, openTab, runTo } from './support/ui.ts'

/** One step makes a name, others use it in a text, in an expression and in the inside of a loop. */
const referring = () =>
  flowOf(
    setFields('Make', { name: 'Ada' }),
    log('Pause'),
    log('Greet', template('Hello ', ref('Make', 'name'))),
    log('Shout', expr('$uppercase($step_make00.name)')),
    loop('Each', literal([1]), log('Within', ref('Make', 'name'))),
  )

async function logOf(page: Page, step: string): Promise<string> {
  await executions(page, step).getByRole('button').click()
  return (await (await openTab(page, 'Logs')).textContent()) ?? ''
}

/** What a reference gives shows that it still points to the step. */
async function expectReferencesHold(page: Page): Promise<void> {
  await runTo(page, 'Succeeded')
  expect(await logOf(page, 'Greet')).toContain('Hello Ada')
  expect(await logOf(page, 'Shout')).toContain('ADA')
  expect(await logOf(page, 'Within')).toContain('Ada')
  await expect(page.getByRole('button', { name: '0 problems' })).toBeVisible()
}

test.describe('X03 references', () => {
  test('X03 survive renaming the step they refer to, and show its new name', async ({ page }) => {
    await openDocument(page, referring())
    await selectStep(page, 'Make')
    await settings(page).getByRole('textbox', { name: 'Step name' }).fill('Make a person')
    await selectStep(page, 'Greet')
    await expect(input(page, 'Message')).toContainText('Make a person')
    await selectStep(page, 'Shout')
    await expect(input(page, 'Message')).toContainText('Make a person')
    await expectReferencesHold(page)
  })

  test('X03 survive moving either step to where the one still runs before the other, without a question', async ({
    page,
  }) => {
    await openDocument(page, referring())
    await fitFlow(page)
    await dragInto(page, node(page, 'Make'), 'after Pause')
    await dragInto(page, node(page, 'Greet'), 'after Shout')
    await dragInto(page, node(page, 'Within'), 'after Each')
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await expectFlow(page, ['Pause', 'Make', 'Shout', 'Greet', ['Each', { body: [] }], 'Within'])
    await expectReferencesHold(page)
  })

  test('X03 a move that would break some says so first, and can be cancelled', async ({ page }) => {
    await openDocument(page, referring())
    await fitFlow(page)
    await dragInto(page, node(page, 'Make'), 'after Greet')
    const question = page.getByRole('alertdialog', { name: 'Moving this breaks 1 reference' })
    await expect(question).toContainText('Greet uses Make')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(question).toHaveCount(0)
    await expect(undoButton(page)).toBeDisabled()
    await expectFlow(page, ['Make', 'Pause', 'Greet', 'Shout', ['Each', { body: ['Within'] }]])
    await expectReferencesHold(page)
  })

  test('X03 a move done anyway is one change, its broken references are problems, and undo heals them', async ({
    page,
  }) => {
    await openDocument(page, referring())
    await fitFlow(page)
    await moveTo(page, 'Make', /^After Each/)
    const question = page.getByRole('alertdialog', { name: 'Moving this breaks 3 references' })
    for (const name of ['Greet', 'Shout', 'Within']) {
      await expect(question).toContainText(`${name} uses Make`)
    }
    await question.getByRole('button', { name: 'Move anyway' }).click()
    await expectFlow(page, ['Pause', 'Greet', 'Shout', ['Each', { body: ['Within'] }], 'Make'])
    await page.getByRole('button', { name: '3 problems' }).click()
    await page
      .getByRole('list', { name: 'Problems' })
      .getByRole('button', { name: /Within/ })
      .click()
    await expect(settings(page).getByRole('textbox', { name: 'Step name' })).toHaveValue('Within')
    await undoButton(page).click()
    await expectReferencesHold(page)
  })

  test('X03 asks the same when moved by key, and when moved into an arm that may not run', async ({ page }) => {
    await openDocument(
      page,
      flowOf(setFields('Make', { name: 'Ada' }), branch('Check', arm('High')), log('Greet', ref('Make', 'name'))),
    )
    await focusStep(page, 'Make')
    await page.keyboard.press('Alt+ArrowRight')
    const question = page.getByRole('alertdialog', { name: 'Moving this breaks 1 reference' })
    await expect(question).toContainText('Greet uses Make')
    await page.keyboard.press('Escape')
    await expect(question).toHaveCount(0)
    await expectFlow(page, ['Make', ['Check', { High: [], otherwise: [] }], 'Greet'])
    await expect(node(page, 'Make')).toBeFocused()
  })

  test('X03 a delete that would break some says so first, and can be cancelled', async ({ page }) => {
    await openDocument(page, referring())
    await stepMenu(page, 'Make', 'Delete')
    const question = page.getByRole('alertdialog', { name: 'Deleting this breaks 3 references' })
    await expect(question).toContainText('Shout uses Make')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(node(page, 'Make')).toBeVisible()
    await expect(undoButton(page)).toBeDisabled()

    // What nothing refers to is deleted without a question.
    await stepMenu(page, 'Pause', 'Delete')
    await expect(node(page, 'Pause')).toHaveCount(0)
    await focusStep(page, 'Make')
    await page.keyboard.press('Delete')
    await question.getByRole('button', { name: 'Delete anyway' }).click()
    await expect(node(page, 'Make')).toHaveCount(0)
    await expect(page.getByRole('button', { name: '3 problems' })).toBeVisible()
    await undoButton(page).click()
    await expectReferencesHold(page)
  })

  test('X03 asks the same when several selected steps are deleted in the settings', async ({ page }) => {
    await openDocument(page, referring())
    await selectStep(page, 'Make')
    await selectStep(page, 'Pause', true)
    const deleteAll = settings(page).getByRole('button', { name: 'Delete all' })
    await deleteAll.click()
    const question = page.getByRole('alertdialog', { name: 'Deleting this breaks 3 references' })
    await expect(question).toContainText('Greet uses Make')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(undoButton(page)).toBeDisabled()

    await deleteAll.click()
    await question.getByRole('button', { name: 'Delete anyway' }).click()
    await expectFlow(page, ['Greet', 'Shout', ['Each', { body: ['Within'] }]])
    await undoButton(page).click()
    await expectReferencesHold(page)
  })
})
