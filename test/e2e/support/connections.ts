import type { Locator, Page } from '@playwright/test'
import { literal, type IntegrationDoc } from '#domain'
import { flowOf, http } from '../../fixtures/doc-builder.ts'
import { expect } from './test.ts'
import { choose, node, openPicker } from './ui.ts'

/*
 * What a person does with connections, beside what `ui.ts` has: the picker and the form on a node, test credentials, and
 * the Connections page. Roles and names only.
 */

/** A flow of HTTP requests by name, each with the path it asks for. */
export const requesting = (paths: Readonly<Record<string, string>>): IntegrationDoc =>
  flowOf(...Object.entries(paths).map(([name, url]) => http(name, { inputs: { url: literal(url) } })))

/** The picker, or the form in it, beside the chip that opened it. */
export const picker = (page: Page): Locator => page.getByRole('dialog', { name: 'Choose a connection' })

/** The control on a step's node that says which connection it uses. */
export const chip = (page: Page, step: string): Locator =>
  node(page, step).getByRole('button', { name: /^(Connection: |Choose connection)/ })

/** Waits until a step uses a connection by name, or none. */
export async function expectConnection(page: Page, step: string, connection: string | null): Promise<void> {
  await expect(chip(page, step)).toHaveAccessibleName(
    connection === null ? 'Choose connection' : `Connection: ${connection}`,
  )
}

/** Chooses in the picker on a step's node among the connections there are. */
export async function pickConnection(page: Page, step: string, connection: string): Promise<void> {
  await openPicker(page, step)
  await picker(page).getByRole('option', { name: connection }).click()
  await expectConnection(page, step, connection)
}

/** The form for a new connection on a step's node; it comes up by itself where no connection fits. */
export async function openForm(page: Page, step: string): Promise<Locator> {
  await openPicker(page, step)
  const another = picker(page).getByRole('button', { name: 'New connection' })
  const name = field(picker(page), 'Connection name')
  await expect(another.or(name)).toBeVisible()
  if (await another.isVisible()) await another.click()
  await expect(name).toBeVisible()
  return picker(page)
}

/** The button of a dropdown of a form; it says what is chosen, too. */
export const dropdown = (form: Locator, label: string): Locator =>
  form.getByRole('button', { name: new RegExp(`\\S ${label}$`) })

/** What an open dropdown offers; the steps that can be added are options, too. */
export const choicesOf = (page: Page, label: string): Locator =>
  page.getByRole('listbox', { name: label }).getByRole('option')

/** Chooses how a new auth method authenticates. */
export async function chooseAuthType(page: Page, form: Locator, type: RegExp): Promise<void> {
  await choose(page, dropdown(form, 'Authentication type'), type)
}

/** A field of a form by its label. */
export const field = (form: Locator, label: string): Locator => form.getByLabel(label, { exact: true })

/** Fills in fields by their labels, one after the other. */
export async function fillFields(form: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await field(form, label).fill(text)
  }
}

export const connectButton = (form: Locator): Locator => form.getByRole('button', { name: 'Connect', exact: true })

/** A message at the edge of the page. */
export const toast = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: /Notifications/ }).getByText(text)

/** The dialog that asks for test credentials: by itself after a connection was made without, or because somebody wants to. */
export const credentialsDialog = (page: Page, connection: string): Locator =>
  page
    .getByRole('dialog', { name: `Test credentials of ${connection}` })
    .or(page.getByRole('dialog', { name: `Add test credentials for ${connection}` }))

/** Fills in the dialog for test credentials, and saves. */
export async function saveCredentials(
  page: Page,
  connection: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const dialog = credentialsDialog(page, connection)
  await fillFields(dialog, fields)
  await dialog.getByRole('button', { name: 'Save credentials' }).click()
  await expect(dialog).toBeHidden()
}

/** The Connections page, from home. */
export async function openConnections(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Connections' }).click()
  await expect(page.getByRole('heading', { name: 'Connections', level: 1 })).toBeVisible()
}

/** The dialog that makes a connection on the Connections page, opened there. */
export async function openNewDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'New connection' }).click()
  return page.getByRole('dialog', { name: 'New connection' })
}

/** A connection on the Connections page. */
export const card = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true })

/** What a card says about one thing: `Base URL`, `Used in`. */
export const fact = (page: Page, name: string, about: string): Locator =>
  card(page, name).locator('dt', { hasText: about }).locator('xpath=following-sibling::dd')

/** Chooses in the menu of a connection on the Connections page. */
export async function cardMenu(page: Page, name: string, item: string): Promise<void> {
  await card(page, name)
    .getByRole('button', { name: `Actions for ${name}` })
    .click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
