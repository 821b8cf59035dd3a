import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { literal } from '#domain'
import { flowOf, http, log, stepId } from '../fixtures/doc-builder.ts'
import { expectInput, fillInput, selectStep, storedDocument } from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { expectSaved, importText, openDocument } from './support/ui.ts'

const row = (page: Page, name: string): Locator => page.getByRole('link', { name, exact: true })

/** Writes a row past the application: what a failing disk, or an older version, may have left. */
function putRow(page: Page, table: string, changed: Record<string, unknown>, every = false): Promise<void> {
  return page.evaluate(
    (given) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('patchbay')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('The database does not open')))
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction([given.table], 'readwrite')
          const store = writing.objectStore(given.table)
          if (given.every) {
            const reading = store.getAll()
            reading.addEventListener('success', () => {
              for (const { doc, ...rest } of reading.result) {
                store.put({ ...rest, ...(doc ? { doc: { ...doc, ...given.changed } } : given.changed) })
              }
            })
          } else store.put(given.changed)
          writing.addEventListener('abort', () => reject(writing.error ?? new Error('aborted')))
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    { table, changed, every },
  )
}

async function downloaded(page: Page, button: Locator): Promise<string> {
  const downloading = page.waitForEvent('download')
  await button.click()
  return readFile(await (await downloading).path(), 'utf8')
}

test('Bad input: JSON with a number no document can hold is kept as typed, and the integration opens again', async ({
  page,
}) => {
  await openDocument(page, flowOf(http('Call', { inputs: { bodyType: literal('json'), jsonBody: literal({ a: 1 }) } })))
  await selectStep(page, 'Call')
  await fillInput(page, 'JSON body', '{"limit": 1e999}')
  await expect(page.getByText('This holds a number larger than numbers can be')).toBeVisible()
  await expectSaved(page)
  await page.reload()
  await selectStep(page, 'Call')
  await expectInput(page, 'JSON body', '{"limit": 1e999}')
  await expect(page.getByText('This holds a number larger than numbers can be')).toBeVisible()
  await fillInput(page, 'JSON body', '{"limit": 1e99}')
  await expectSaved(page)
  expect((await storedDocument(page)).steps[stepId('Call')]).toMatchObject({
    inputs: { jsonBody: literal({ limit: 1e99 }) },
  })
})

test('a damaged integration stays where it is, says why it cannot be opened, and its file can be imported again', async ({
  page,
}) => {
  await openDocument(page, flowOf(log('Tell')))
  await expectSaved(page)
  const address = page.url()
  await page.goto('/')
  await putRow(page, 'documents', { foreign: { limit: Infinity } }, true)
  // Twice: looking at it must not take it away.
  for (const visit of [1, 2]) {
    await page.goto(address)
    await expect(page.getByText('This integration cannot be opened'), `visit ${visit}`).toBeVisible()
    await expect(page.getByText('The number at foreign.limit is larger than numbers can be')).toBeVisible()
  }
  const text = await downloaded(page, page.getByRole('button', { name: 'Export what is stored' }))
  expect(JSON.parse(text)).toMatchObject({ name: 'Test integration', foreign: { limit: null } })
  await page.getByRole('link', { name: 'All integrations' }).click()
  await expect(row(page, 'Test integration')).toBeVisible()
  await importText(page, text)
  await expect(page.getByRole('textbox', { name: 'Integration name' })).toHaveValue('Test integration')
  expect(page.url()).not.toBe(address)
  await page.goto('/')
  await expect(row(page, 'Test integration')).toHaveCount(2)
})

test('an integration whose row is damaged is listed and opens', async ({ page }) => {
  await openDocument(page, flowOf(log('Tell')))
  await expectSaved(page)
  await putRow(page, 'integrations', { steps: 'many', updatedAt: null }, true)
  await page.goto('/')
  await row(page, 'Test integration').click()
  await expect(page.getByRole('textbox', { name: 'Integration name' })).toHaveValue('Test integration')
})

test('a damaged record is set aside and told of at home, where it can be exported and discarded', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('No integrations yet')).toBeVisible()
  await putRow(page, 'connections', { id: 'conn_damaged', stableKey: 'damaged', name: 'Old shop' })
  await page.reload()
  const banner = page.getByRole('status').filter({ hasText: 'A record could not be read and was set aside' })
  await expect(banner.getByText('Connection Old shop')).toBeVisible()
  const text = await downloaded(page, banner.getByRole('button', { name: 'Export: Connection Old shop' }))
  expect(JSON.parse(text)).toMatchObject({ id: 'conn_damaged' })
  await banner.getByRole('button', { name: 'Discard: Connection Old shop' }).click()
  const question = page.getByRole('alertdialog', { name: 'Discard this record?' })
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(banner).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('No integrations yet')).toBeVisible()
  await expect(banner).toHaveCount(0)
})

test('a deleted integration waits under “Recently deleted”, and restoring it overwrites nothing', async ({ page }) => {
  await openDocument(page, flowOf(log('Tell')))
  const nameField = page.getByRole('textbox', { name: 'Integration name' })
  await expectSaved(page)
  const text = JSON.stringify(await storedDocument(page))
  await page.goto('/')
  await page.getByRole('button', { name: 'Actions for Test integration' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByText('Test integration was deleted')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New integration', exact: true })).toBeFocused()

  // Its id is free, so the file keeps it.
  await importText(page, text)
  await nameField.fill('Imported and edited')
  await expectSaved(page)
  await page.goto('/')
  await page.getByRole('button', { name: 'Recently deleted' }).click()
  await page.getByRole('button', { name: 'Restore Test integration' }).click()
  await expect(page.getByText('Test integration is restored as another integration')).toBeVisible()
  await expect(row(page, 'Imported and edited')).toBeVisible()
  await expect(row(page, 'Test integration')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Recently deleted' })).toHaveCount(0)
})
