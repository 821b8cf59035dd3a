import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { flowOf, log } from '../fixtures/doc-builder.ts'
import { expectInput, fillInput, input, redoButton, selectStep, undoButton } from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { expectSaved, node, openDocument } from './support/ui.ts'

const nameField = (page: Page): Locator => page.getByRole('textbox', { name: 'Integration name' })
const READ_ONLY = 'Read-only: another tab is editing this integration'

/** Fills the disk, as far as this page's writes go: they fail while `window.isFull` is set. */
async function limitStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called on its store below
    const { put } = IDBObjectStore.prototype
    Object.assign(window, { isFull: false })
    IDBObjectStore.prototype.put = function limited(this: IDBObjectStore, ...row) {
      if ('isFull' in window && window.isFull === true) throw new DOMException('No room left', 'QuotaExceededError')
      return put.apply(this, row)
    }
  })
}

const setFull = (page: Page, isFull: boolean): Promise<unknown> =>
  page.evaluate((full) => Object.assign(window, { isFull: full }), isFull)

/** Saves another name past the application, as only a program that does not know of claims would. */
function writeElsewhere(page: Page, name: string): Promise<void> {
  return page.evaluate(
    (newName) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('patchbay')
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction(['documents', 'integrations'], 'readwrite')
          const change = (table: string, changed: (row: Record<string, unknown>) => object) => {
            const reading = writing.objectStore(table).getAll()
            reading.addEventListener('success', () => {
              for (const row of reading.result) writing.objectStore(table).put({ ...row, ...changed(row) })
            })
          }
          change('documents', ({ doc }) => ({ doc: { ...(doc as object), name: newName } }))
          change('integrations', ({ revision }) => ({ revision: Number(revision) + 1, name: newName }))
          writing.addEventListener('abort', () => reject(writing.error ?? new Error('aborted')))
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    name,
  )
}

/** The milliseconds from one edit to `Saved`, as the page sees them. `Saved` is only said after the transaction. */
async function timeToSaved(page: Page, name: string): Promise<number> {
  await page.evaluate(() => {
    const measured = new Promise<number>((resolve) => {
      document.addEventListener(
        'input',
        () => {
          const edited = performance.now()
          const watcher = new MutationObserver(() => {
            const says = [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent)
            if (!says.includes('Saved')) return
            watcher.disconnect()
            resolve(performance.now() - edited)
          })
          // The field's own handler comes first, so by the next turn it no longer says `Saved`.
          setTimeout(() => watcher.observe(document.body, { subtree: true, childList: true, characterData: true }))
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { measured })
  })
  await nameField(page).fill(name)
  return page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured)
}

test.describe('X01 autosave', () => {
  test('X01 an edit is stored within 300 ms, and document and history are there after a reload', async ({ page }) => {
    await openDocument(page, flowOf(log('Tell')))
    const times: number[] = []
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) {
      times.push(await timeToSaved(page, name))
    }
    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(300)

    await selectStep(page, 'Tell')
    await fillInput(page, 'Message', 'kept')
    // The editor hands its text over a moment later; before that there is nothing to be saved.
    await expect(undoButton(page)).toHaveAccessibleDescription('Edit Tell')
    await expectSaved(page)
    await page.reload()
    await expect(nameField(page)).toHaveValue('Five')
    await expect(undoButton(page)).toHaveAccessibleDescription('Edit Tell')
    await undoButton(page).click()
    await expect(redoButton(page)).toHaveAccessibleDescription('Edit Tell')
    await expect(undoButton(page)).toHaveAccessibleDescription(/^Rename integration to/)
  })

  test('X01 a reload in the middle of a burst loses nothing that was acknowledged, and applies nothing by halves', async ({
    page,
  }) => {
    await openDocument(page, flowOf(log('Tell')))
    const typed = ['Night', 'ly dig', 'est of or', 'ders']
    let acknowledged = ''
    await nameField(page).fill('')
    await expectSaved(page)
    for (const part of typed) {
      await nameField(page).press('End')
      await page.keyboard.type(part)
      await page.reload()
      await expect(nameField(page)).toBeVisible()
      const name = await nameField(page).inputValue()
      expect(`${acknowledged}${part}`.startsWith(name), `“${name}” was typed`).toBe(true)
      expect(name.startsWith(acknowledged), `“${acknowledged}” was saved`).toBe(true)
      await nameField(page).fill(`${acknowledged}${part}`)
      await expectSaved(page)
      acknowledged += part
    }
    await page.reload()
    await expect(nameField(page)).toHaveValue('Nightly digest of orders')

    // Document and history belong together: what is undone to its beginning is what was there at the beginning.
    while (await undoButton(page).isEnabled()) {
      await undoButton(page).click()
    }
    await expect(nameField(page)).toHaveValue('Test integration')
  })

  test('Bad input: a half-typed value survives a reload', async ({ page }) => {
    await openDocument(page, flowOf(log('Tell', { kind: 'expression', source: '"a" & "b"' })))
    await selectStep(page, 'Tell')
    await input(page, 'Message').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('1 +')
    await expectSaved(page)
    await page.reload()
    await selectStep(page, 'Tell')
    await expect(input(page, 'Message')).toContainText('1 +')
    await expect(node(page, 'Tell')).toHaveAccessibleDescription(/1 problem/)
  })
})

test.describe('X09 two tabs', () => {
  test('X09 taking over in the middle of a burst loses no letter', async ({ page, context }) => {
    await openDocument(page, flowOf(log('Tell')))
    const second = await context.newPage()
    await second.goto(page.url())
    await expect(second.getByText(READ_ONLY)).toBeVisible()
    await nameField(page).fill('')
    await nameField(page).pressSequentially('Typed up to the very last moment')
    await second.getByRole('button', { name: 'Take over' }).click()
    await expect(second.getByText(READ_ONLY)).toHaveCount(0)
    await expect(nameField(second)).toHaveValue('Typed up to the very last moment')
    await expect(page.getByText(READ_ONLY)).toBeVisible()
    await nameField(second).fill('Edited in the second tab')
    await expect(nameField(page)).toHaveValue('Edited in the second tab')
  })

  test('X09 work that could not be saved is not overwritten by the tab that takes over', async ({ page, context }) => {
    await limitStorage(page)
    await openDocument(page, flowOf(log('Tell')))
    const second = await context.newPage()
    await second.goto(page.url())
    await expect(second.getByText(READ_ONLY)).toBeVisible()
    await setFull(page, true)
    await nameField(page).fill('Hours of work')
    const banner = page.getByRole('alert').filter({ hasText: 'Your latest changes are only in this tab' })
    await expect(banner).toContainText('The browser has no room left for this site')

    await second.getByRole('button', { name: 'Take over' }).click()
    await expect(second.getByText('The other tab holds changes that could not be saved')).toBeVisible()
    await expect(banner).toContainText('They could not be saved before another tab took over')
    await nameField(second).fill('Edited in the second tab')
    await expectSaved(second)
    await expect(nameField(page)).toHaveValue('Hours of work')

    await setFull(page, false)
    await banner.getByRole('button', { name: 'Keep as a copy' }).click()
    await expect(nameField(page)).toHaveValue('Hours of work (conflict copy)')
    await expect(page.getByText(READ_ONLY)).toHaveCount(0)
    await expect(nameField(second)).toHaveValue('Edited in the second tab')
  })

  test('X09 when the tab that edits is closed, the other one edits', async ({ page, context }) => {
    await openDocument(page, flowOf(log('Tell')))
    const second = await context.newPage()
    await second.goto(page.url())
    await expect(second.getByText(READ_ONLY)).toBeVisible()
    await nameField(page).fill('The last words of the first tab')
    await expectSaved(page)
    await page.close()
    await expect(second.getByText(READ_ONLY)).toHaveCount(0)
    await expect(nameField(second)).toHaveValue('The last words of the first tab')
    await nameField(second).fill('And on it goes')
    await expectSaved(second)
  })

  test('X09 a conflicting version is kept as a copy; neither is overwritten', async ({ page }) => {
    await openDocument(page, flowOf(log('Tell')))
    await expectSaved(page)
    await writeElsewhere(page, 'Written elsewhere')
    await nameField(page).fill('Mine')
    const banner = page.getByRole('alert').filter({ hasText: 'Your latest changes are only in this tab' })
    await expect(banner).toContainText('Somebody else saved this integration in between')
    const original = page.url()
    await banner.getByRole('button', { name: 'Keep as a copy' }).click()
    await expect(nameField(page)).toHaveValue('Mine (conflict copy)')
    expect(page.url()).not.toBe(original)
    await page.goto(original)
    await expect(nameField(page)).toHaveValue('Written elsewhere')
  })
})

test.describe('Bad input: no room left', () => {
  test('Bad input: a quota error keeps the work, says so, offers an export, and saves when there is room again', async ({
    page,
  }) => {
    await limitStorage(page)
    await openDocument(page, flowOf(log('Tell')))
    await setFull(page, true)
    await nameField(page).fill('Written without room')
    const banner = page.getByRole('alert').filter({ hasText: 'Your latest changes are only in this tab' })
    await expect(banner).toContainText('The browser has no room left for this site')
    await expect(page.getByRole('status').filter({ hasText: /^Not saved$/ })).toBeVisible()

    // Work goes on, undo included, and can be taken away as a file.
    await selectStep(page, 'Tell')
    await fillInput(page, 'Message', 'still here')
    await undoButton(page).click()
    await redoButton(page).click()
    await expectInput(page, 'Message', 'still here')
    const downloading = page.waitForEvent('download')
    await banner.getByRole('button', { name: 'Export' }).click()
    expect(await readFile(await (await downloading).path(), 'utf8')).toContain('"name": "Written without room"')
    await banner.getByRole('button', { name: 'Try again' }).click()
    await expect(banner).toBeVisible()

    // Whoever leaves now is asked, and can stay.
    const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()

    await setFull(page, false)
    await banner.getByRole('button', { name: 'Try again' }).click()
    await expectSaved(page)
    await expect(banner).toHaveCount(0)
    await page.reload()
    await expect(nameField(page)).toHaveValue('Written without room')
    await selectStep(page, 'Tell')
    await expectInput(page, 'Message', 'still here')
  })

  test('Bad input: who leaves work that cannot be stored is asked first, by the link and by Back', async ({ page }) => {
    await limitStorage(page)
    await openDocument(page, flowOf(log('Tell')))
    const address = page.url()
    const home = page.getByRole('link', { name: 'All integrations' })
    const question = page.getByRole('alertdialog', { name: 'Your latest changes are only in this tab' })
    // Nothing is asked while all can be stored, also when it is not stored yet.
    await nameField(page).fill('Stored on the way out')
    await home.click()
    await page.getByRole('link', { name: 'Stored on the way out' }).click()
    await expect(nameField(page)).toHaveValue('Stored on the way out')

    await setFull(page, true)
    await nameField(page).fill('Written without room')
    await home.click()
    await expect(question).toContainText('The browser has no room left for this site')
    const downloading = page.waitForEvent('download')
    await question.getByRole('button', { name: 'Export a copy' }).click()
    expect(await readFile(await (await downloading).path(), 'utf8')).toContain('"name": "Written without room"')
    await question.getByRole('button', { name: 'Stay' }).click()
    await expect(question).toHaveCount(0)

    for (const answer of ['Stay', 'Leave without saving']) {
      await page.goBack()
      await expect(question).toBeVisible()
      await expect(nameField(page)).toHaveValue('Written without room')
      await question.getByRole('button', { name: answer }).click()
      if (answer === 'Stay') await expect(page).toHaveURL(address)
    }
    await expect(page.getByRole('link', { name: 'Stored on the way out' })).toBeVisible()
    await expect(page).toHaveURL('/')
  })

  test('Bad input: without room no integration is made, and home says why', async ({ page }) => {
    await limitStorage(page)
    await page.goto('/')
    await setFull(page, true)
    await page.getByRole('button', { name: 'New integration', exact: true }).click()
    await expect(page.getByText('The integration could not be created')).toBeVisible()
    await expect(page.getByText('The browser has no room left for this site')).toBeVisible()
    await expect(page).toHaveURL('/')
    await expect(page.getByText('No integrations yet')).toBeVisible()
  })
})
