import type { Page } from '@playwright/test'
import type { IntegrationDoc } from '#domain'
import { log, flowOf } from '../fixtures/doc-builder.ts'
import {
  dragInto,
  entry,
  storedDocument,
  fillInput,
  input,
  newIntegration,
  redoButton,
  selectStep,
  settings,
  stepMenu,
  undoButton,
  expectInput,
} from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { connectStep, expectSaved, node, openDocument } from './support/ui.ts'

/** A change, as a person makes it, and what Undo calls it. */
interface Edit {
  readonly says: string
  readonly make: (page: Page) => Promise<void>
}

const flowMenu = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: /^Flow: / }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

const drop = (what: string, where: string, says: string): Edit => ({
  says,
  make: (page) => dragInto(page, entry(page, what), where),
})

/** Every kind of change this designer can make, each on what those before it made. */
const EDITS: readonly Edit[] = [
  {
    says: 'Rename integration to Digest',
    make: (page) => page.getByRole('textbox', { name: 'Integration name' }).fill('Digest'),
  },
  drop('HTTP Send request', 'after Start', 'Add Send request'),
  { says: 'Edit Send request', make: (page) => fillInput(page, 'URL', '/customers') },
  {
    says: 'Choose connection of Send request',
    make: (page) => connectStep(page, 'Send request', { name: 'Shop', baseUrl: 'https://shop.test', type: 'none' }),
  },
  {
    says: 'Rename step to Get customers',
    make: (page) => settings(page).getByRole('textbox', { name: 'Step name' }).fill('Get customers'),
  },
  drop('Loop', 'after Get customers', 'Add Loop'),
  {
    says: 'Configure Loop',
    make: async (page) => {
      await settings(page).getByRole('button', { name: 'Insert reference into Items' }).click()
      await page.getByRole('dialog', { name: 'Choose a reference' }).getByRole('row', { name: /^body/ }).dblclick()
    },
  },
  drop('Branch', 'in Each item', 'Add Branch'),
  drop('Flow Log message', 'in Arm 1', 'Add Log message'),
  { says: 'Edit Log message', make: (page) => fillInput(page, 'Message', 'Seen') },
  { says: 'Disable Log message', make: (page) => stepMenu(page, 'Log message', 'Disable') },
  { says: 'Add arm Arm 2', make: (page) => stepMenu(page, 'Branch', 'Add arm') },
  { says: 'Add Log message 2', make: (page) => stepMenu(page, 'Log message', 'Duplicate') },
  { says: 'Move Log message 2', make: (page) => dragInto(page, node(page, 'Log message 2'), 'in Arm 2') },
  {
    says: 'Change error handling of Get customers',
    make: async (page) => {
      await selectStep(page, 'Get customers')
      await settings(page).getByRole('tab', { name: 'Errors' }).click()
      await settings(page).getByText('Go on', { exact: true }).click()
    },
  },
  {
    says: 'Describe Get customers',
    make: async (page) => {
      await settings(page).getByRole('tab', { name: 'Details' }).click()
      await settings(page).getByRole('textbox', { name: 'Description' }).fill('All of them')
    },
  },
  { says: 'Delete Branch', make: (page) => stepMenu(page, 'Branch', 'Delete') },
  { says: 'Add flow Flow 2', make: (page) => flowMenu(page, 'Add flow') },
  {
    says: 'Rename flow to Nightly',
    make: (page) => settings(page).getByRole('textbox', { name: 'Flow name' }).fill('Nightly'),
  },
  {
    says: 'Delete flow Nightly',
    make: async (page) => {
      await flowMenu(page, 'Delete Nightly')
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    },
  },
]

/** Undoes, or redoes, the changes one by one; after each the document is exactly what it was at that time. */
async function walkBack(page: Page, says: readonly string[], docs: readonly IntegrationDoc[]): Promise<void> {
  for (let done = says.length; done > 0; done -= 1) {
    await expect(undoButton(page)).toHaveAccessibleDescription(says[done - 1] ?? '')
    await undoButton(page).click()
    if (done === 1) await expect(undoButton(page)).toBeDisabled()
    else await expect(undoButton(page)).toHaveAccessibleDescription(says[done - 2] ?? '')
    expect(await storedDocument(page), `after undoing “${says[done - 1]}”`).toEqual(docs[done - 1])
  }
  await expect(undoButton(page)).toBeDisabled()
}

async function walkForth(page: Page, says: readonly string[], docs: readonly IntegrationDoc[]): Promise<void> {
  for (const [done, name] of says.entries()) {
    await expect(redoButton(page)).toHaveAccessibleDescription(name)
    await redoButton(page).click()
    if (done === says.length - 1) await expect(redoButton(page)).toBeDisabled()
    else await expect(redoButton(page)).toHaveAccessibleDescription(says[done + 1] ?? '')
    expect(await storedDocument(page), `after redoing “${name}”`).toEqual(docs[done + 1])
  }
  await expect(redoButton(page)).toBeDisabled()
}

async function reload(page: Page): Promise<void> {
  await expectSaved(page)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Flow canvas' })).toBeVisible()
}

test.describe('X01 undo and redo', () => {
  test('X01 undoes everything back to the empty canvas and redoes it all, across reloads, saying what each step is', async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await newIntegration(page)
    await expect(undoButton(page)).toBeDisabled()
    const docs = [await storedDocument(page)]
    for (const { make, says } of EDITS) {
      await make(page)
      await expect(undoButton(page)).toHaveAccessibleDescription(says)
      docs.push(await storedDocument(page))
    }
    const says = EDITS.map((edit) => edit.says)
    await reload(page)
    expect(await storedDocument(page)).toEqual(docs.at(-1))

    await walkBack(page, says, docs)
    await expect(page.getByRole('region', { name: 'Flow canvas' })).toContainText('Add the first step')
    await reload(page)
    await walkForth(page, says, docs)

    // In the middle, both ways are still there after a reload.
    const half = says.length / 2
    for (let left = half; left > 0; left -= 1) {
      await undoButton(page).click()
    }
    await reload(page)
    await expect(undoButton(page)).toHaveAccessibleDescription(says[half - 1] ?? '')
    await expect(redoButton(page)).toHaveAccessibleDescription(says[half] ?? '')
    expect(await storedDocument(page)).toEqual(docs[half])
  })

  test('X01 takes a burst of typing as one change, and typing in another input as another', async ({ page }) => {
    await openDocument(page, flowOf(log('Tell')))
    await selectStep(page, 'Tell')
    await input(page, 'Message').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('a whole sentence')
    await expectInput(page, 'Message', 'a whole sentence')
    await settings(page).getByRole('textbox', { name: 'Step name' }).fill('Say')
    await expect(undoButton(page)).toHaveAccessibleDescription('Rename step to Say')

    await undoButton(page).click()
    await expect(node(page, 'Tell')).toBeVisible()
    await expect(undoButton(page)).toHaveAccessibleDescription('Edit Tell')
    await undoButton(page).click()
    await expectInput(page, 'Message', 'hello')
    await expect(undoButton(page)).toBeDisabled()
  })

  test('X01 undoes and redoes by keyboard, from a field too, and forgets what was undone at the next change', async ({
    page,
  }) => {
    await newIntegration(page)
    await dragInto(page, entry(page, 'Flow Log message'), 'after Start')
    await fillInput(page, 'Message', 'typed')
    await input(page, 'Message').press('ControlOrMeta+z')
    await expect(undoButton(page)).toHaveAccessibleDescription('Add Log message')
    await input(page, 'Message').press('ControlOrMeta+z')
    await expect(node(page, 'Log message')).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(node(page, 'Log message')).toBeVisible()
    await expect(redoButton(page)).toHaveAccessibleDescription('Edit Log message')

    await dragInto(page, entry(page, 'Branch'), 'after Log message')
    await expect(redoButton(page)).toBeDisabled()
    await expect(undoButton(page)).toHaveAccessibleDescription('Add Branch')
  })

  test('X01 brings back what was selected and shown when a change was made', async ({ page }) => {
    await newIntegration(page)
    await dragInto(page, entry(page, 'Flow Log message'), 'after Start')
    await flowMenu(page, 'Add flow')
    await expect(page.getByRole('button', { name: 'Flow: Flow 2' })).toBeVisible()
    await dragInto(page, entry(page, 'Branch'), 'after Start')
    await flowMenu(page, 'Flow 1')
    await expect(node(page, 'Log message')).toBeVisible()
    await undoButton(page).click()
    await expect(page.getByRole('button', { name: 'Flow: Flow 2' })).toBeVisible()
    await expect(node(page, 'Branch')).toHaveCount(0)
  })
})
