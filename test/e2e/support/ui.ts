import type { Locator, Page } from '@playwright/test'
import { saveDocument } from '#format'
import type { AuthTypeKey, Connection, IntegrationDoc } from '#domain'
import { expect } from './test.ts'

/*
 * What a person does, in the words of the interface: roles and names only, so that these hold whatever it looks like.
 */

/** The words a run or a step of it can be described with. */
export type StatusWord = 'Waiting' | 'Running' | 'Succeeded' | 'Failed' | 'Skipped' | 'Cancelled'

/** A step on the canvas. */
export const node = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Flow canvas' }).getByRole('group', { name, exact: true })

/** The test runner. */
export const runner = (page: Page): Locator => page.getByRole('region', { name: 'Test runner' })

/** The executions in the test runner, in their order; `name` picks those of one step. */
export function executions(page: Page, name?: string): Locator {
  const all = runner(page).getByRole('list', { name: 'Steps of this run' }).getByRole('listitem')
  return name === undefined ? all : all.filter({ has: page.getByText(name, { exact: true }) })
}

/** Why a step failed, as the test runner explains it. */
export const failure = (page: Page): Locator => runner(page).getByRole('alert')

/** Opens a tab of the execution that is shown. */
export async function openTab(page: Page, name: 'Input' | 'Output' | 'Logs'): Promise<Locator> {
  await runner(page).getByRole('tab', { name }).click()
  return runner(page).getByRole('tabpanel')
}

/** Starts the open flow. */
export async function startRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
}

/** Milliseconds a run may take on a machine that is busy with other things. */
const RUN_LIMIT = 30_000

/** Waits for the run that is shown to be in a certain state. */
export async function expectRun(page: Page, status: StatusWord): Promise<void> {
  await expect(runner(page).getByRole('status').first()).toContainText(status, { timeout: RUN_LIMIT })
}

/** Runs the open flow to its end. */
export async function runTo(page: Page, status: StatusWord): Promise<void> {
  await startRun(page)
  await expectRun(page, status)
}

/** Chooses a file on the home screen. */
export async function importText(page: Page, text: string | Buffer, name = 'integration.json'): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const chooser = await choosing
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

/** Imports a document from the home screen, which opens it. */
export async function openDocument(page: Page, doc: IntegrationDoc): Promise<void> {
  await page.goto('/')
  await importText(page, saveDocument(doc))
  await expect(page.getByRole('textbox', { name: 'Integration name' })).toHaveValue(doc.name)
  await expect(page.getByRole('region', { name: 'Flow canvas' })).toBeVisible()
}

/** Waits until everything is stored. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
}

/** Chooses in a dropdown by what it is called and what the choice begins with. */
export async function choose(page: Page, field: Locator, choice: string | RegExp): Promise<void> {
  await field.click()
  await page.getByRole('option', { name: choice }).click()
}

/** A connection as a person enters it. */
export interface TypedConnection {
  readonly name: string
  readonly baseUrl: string
  readonly type: AuthTypeKey
  /** Fields of auth method and connection by label, such as `API key` or `Header name`. */
  readonly fields?: Readonly<Record<string, string>>
  readonly insertIn?: 'Header' | 'Query parameter' | 'Cookie'
  /** What is chosen in further dropdowns, by their labels. */
  readonly choices?: Readonly<Record<string, string | RegExp>>
  /** Fields of the auth method that are folded away under `More options`, by label. */
  readonly options?: Readonly<Record<string, string>>
  /** What a custom method sends, from the first row on. */
  readonly parts?: readonly {
    readonly in: 'Header' | 'Query parameter' | 'Body'
    readonly name: string
    readonly value: string
  }[]
  readonly accessMode?: Connection['accessMode']
}

const TYPE_NAMES: Readonly<Record<AuthTypeKey, RegExp>> = {
  'api-key': /^API key/,
  oauth2: /^OAuth 2/,
  bearer: /^Bearer/,
  basic: /^Basic/,
  oauth1: /^OAuth 1/,
  jwt: /^Signed JWT/,
  'aws-sigv4': /^AWS/,
  'client-certificate': /^Client certificate/,
  custom: /^Custom/,
  hmac: /^HMAC/,
  none: /^None/,
}

const ACCESS_MODES: Readonly<Record<Connection['accessMode'], RegExp>> = {
  automatic: /^Automatic/,
  direct: /^Directly from the browser/,
  relay: /^Through the local server/,
}

/** The connection picker of a step, opened on its node. */
export async function openPicker(page: Page, step: string): Promise<Locator> {
  const picker = page.getByRole('dialog', { name: 'Choose a connection' })
  // One that was closed a moment ago fades away first.
  await expect(picker).toBeHidden()
  await node(page, step)
    .getByRole('button', { name: /^(Connection: |Choose connection)/ })
    .click()
  await expect(picker).toBeVisible()
  return picker
}

/** Fills in the rows of a custom method; the first one is there already. */
async function fillParts(page: Page, form: Locator, parts: NonNullable<TypedConnection['parts']>): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const number = index + 1
    if (index > 0) await form.getByRole('button', { name: 'Add a part' }).click()
    await choose(page, form.getByRole('button', { name: new RegExp(`Place ${number}$`) }), part.in)
    await form.getByRole('textbox', { name: `Name ${number}` }).fill(part.name)
    await form.getByRole('textbox', { name: `Value ${number}` }).fill(part.value)
  }
}

/** Fills in the form for a new connection with an auth method of its own, and connects. */
async function fillConnection(page: Page, form: Locator, connection: TypedConnection): Promise<void> {
  const method = form.getByRole('button', { name: /Auth method$/ })
  const section = form.getByRole('button', { name: 'Auth method' }).first()
  if ((await section.getAttribute('aria-expanded')) === 'false') await section.click()
  if (await method.last().isVisible()) await choose(page, method.last(), 'New auth method')
  await choose(page, form.getByRole('button', { name: /Authentication type/ }), TYPE_NAMES[connection.type])
  if (connection.insertIn) await choose(page, form.getByRole('button', { name: /Insert in/ }), connection.insertIn)
  const { name, baseUrl, choices = {}, fields = {}, options = {}, parts = [], accessMode } = connection
  for (const [label, choice] of Object.entries(choices)) {
    await choose(page, form.getByRole('button', { name: new RegExp(`${label}$`) }), choice)
  }
  await fillParts(page, form, parts)
  if (Object.keys(options).length > 0) await form.getByRole('button', { name: 'More options' }).click()
  for (const [label, text] of Object.entries({ ...fields, ...options, 'Connection name': name, 'Base URL': baseUrl })) {
    // One field after the other, as a person does.
    await form.getByLabel(label, { exact: true }).fill(text)
  }
  if (accessMode) {
    await form.getByRole('button', { name: 'More', exact: true }).click()
    await choose(page, form.getByRole('button', { name: /How requests are sent/ }), ACCESS_MODES[accessMode])
  }
  await form.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** Makes a connection on a step's node; the step uses it at once. */
export async function connectStep(page: Page, step: string, connection: TypedConnection): Promise<void> {
  const picker = await openPicker(page, step)
  const another = picker.getByRole('button', { name: 'New connection' })
  await expect(another.or(picker.getByLabel('Connection name', { exact: true }))).toBeVisible()
  if (await another.isVisible()) await another.click()
  await fillConnection(page, picker, connection)
  await expect(node(page, step).getByRole('button', { name: `Connection: ${connection.name}` })).toBeVisible()
}

/** Shows another flow of the integration. */
export async function openFlow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Flow: / }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  await expect(page.getByRole('button', { name: `Flow: ${name}` })).toBeVisible()
}
