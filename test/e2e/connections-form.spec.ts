import type { Locator, Page } from '@playwright/test'
import { entry, newIntegration } from './support/designer-page.ts'
import {
  card,
  choicesOf,
  chooseAuthType,
  connectButton,
  credentialsDialog,
  dropdown,
  expectConnection,
  fact,
  field,
  fillFields,
  openConnections,
  openForm,
  picker,
  requesting,
  toast,
} from './support/connections.ts'
import { expect, test } from './support/test.ts'
import { NOWHERE } from './support/typed-connections.ts'
import { choose, connectStep, expectRun, expectSaved, failure, openDocument, openPicker, runTo } from './support/ui.ts'

const two = () => requesting({ First: 'customers', Second: 'orders' })

/** The names of the fields of a form, from top to bottom. */
const labels = (form: Locator) =>
  form
    .getByRole('textbox')
    .evaluateAll((boxes) =>
      boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent?.replace(/\s*optional$/, '') ?? ''),
    )

test.describe('the connection form', () => {
  test('V25 has the auth method on top and the connection below', async ({ page }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await expect(form.getByRole('heading', { level: 3 })).toHaveText(['Auth method', 'Connection', 'More'])
    const tops = await Promise.all(
      ['Auth method name', 'Connection name', 'Base URL', 'API key'].map(
        async (label) => (await field(form, label).boundingBox())?.y ?? 0,
      ),
    )
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  })

  test('V26 V28 an API key asks for name, description, where it goes and under which name', async ({ page }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    expect((await labels(form)).slice(0, 4)).toEqual([
      'Auth method name',
      'Description',
      'Header name',
      'Value template',
    ])
    await dropdown(form, 'Insert in').click()
    await expect(choicesOf(page, 'Insert in')).toHaveText(['Header', 'Query parameter', 'Cookie'])
    await page.getByRole('option', { name: 'Query parameter' }).click()
    await expect(field(form, 'Header name')).toHaveCount(0)
    await expect(field(form, 'Parameter name')).toHaveValue('api_key')
  })

  test('V20 V30 asks for an auth method, a name, a base URL and the credentials, and makes nothing of less', async ({
    page,
  }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await field(form, 'Auth method name').fill('')
    await connectButton(form).click()
    for (const label of ['Auth method name', 'Connection name']) {
      await expect(field(form, label)).toHaveAccessibleDescription(/Give it a name\./)
      await expect(field(form, label)).toHaveAttribute('aria-invalid', 'true')
    }
    await expect(field(form, 'Base URL')).toHaveAccessibleDescription(/Enter the base URL that requests go to/)
    await fillFields(form, {
      'Auth method name': 'Key',
      'Connection name': 'Shop',
      'Base URL': NOWHERE,
    })
    await connectButton(form).click()
    // Made, and of no use before it has its credentials.
    await page.getByRole('button', { name: 'Later' }).click()
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText(/credentials/)
    await openConnections(page)
    await expect(page.getByRole('article')).toHaveCount(1)
    await expect(card(page, 'Shop')).toContainText('Needs credentials')
  })

  test('V30 the base URL is filled in from the connector, to be verified', async ({ page, app }) => {
    await newIntegration(page)
    await entry(page, 'Demo API List reports').click()
    const form = await openForm(page, 'List reports')
    await expect(field(form, 'Base URL')).toHaveValue(`${app.url}/demo`)
    await expect(field(form, 'Base URL')).toBeEditable()
    await fillFields(form, { 'Connection name': 'Demo - by hand', 'API key': 'demo-key-for-everyone' })
    await connectButton(form).click()
    await expectConnection(page, 'List reports', 'Demo - by hand')
    await runTo(page, 'Succeeded')
  })

  test('V34 suggests names that say what a connection is for', async ({ page }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await expect(field(form, 'Connection name')).toHaveAccessibleDescription(/“Production - GitHub”/)
    await expect(field(form, 'Connection name')).toHaveAttribute('placeholder', 'Sandbox - HTTP')
  })

  test('V22 V32 Connect makes auth method and connection in one go, and both outlive a reload', async ({ page }) => {
    await openDocument(page, two())
    await connectStep(page, 'First', {
      name: 'Sandbox - Shop',
      baseUrl: NOWHERE,
      type: 'api-key',
      fields: { 'Auth method name': 'Shop key', 'API key': 'some-key' },
    })
    await expect(toast(page, 'Sandbox - Shop is created')).toBeVisible()
    await expectSaved(page)
    await page.reload()
    await expectConnection(page, 'First', 'Sandbox - Shop')
    await openConnections(page)
    await expect(fact(page, 'Sandbox - Shop', 'Base URL')).toHaveText(NOWHERE)
    await expect(fact(page, 'Sandbox - Shop', 'Auth method')).toContainText('Shop key')
    await expect(fact(page, 'Sandbox - Shop', 'Auth method')).toContainText('API key')
    await expect(fact(page, 'Sandbox - Shop', 'Created')).toContainText(/second|now/)
  })

  test('V29 V27 Create saves the auth method alone; the dropdown has it then, also for other steps after a reload', async ({
    page,
  }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await fillFields(form, { 'Auth method name': 'Shop key', 'Header name': 'X-API-Key' })
    await form.getByRole('button', { name: 'Create', exact: true }).click()
    await expect(toast(page, 'Auth method Shop key is created')).toBeVisible()
    await expect(form.getByText('Shop key', { exact: true })).toBeVisible()
    await page.reload()
    await openForm(page, 'Second')
    await form.getByRole('button', { name: 'Auth method', exact: true }).click()
    await dropdown(form, 'Auth method').click()
    await expect(choicesOf(page, 'Auth method')).toHaveText([/^Shop key/, /^New auth method/])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await openConnections(page)
    await expect(page.getByText('No connections yet')).toBeVisible()
  })

  test('V21 the next connection uses the auth method there is, prefilled and folded, and signs with it', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, two())
    await connectStep(page, 'First', {
      name: 'Sandbox - Shop',
      baseUrl: api.url,
      type: 'api-key',
      fields: { 'Auth method name': 'Shop key', 'Header name': 'X-API-Key', 'API key': api.key },
    })
    const form = await openForm(page, 'Second')
    await expect(form.getByRole('button', { name: 'Auth method', exact: true })).toHaveAttribute(
      'aria-expanded',
      'false',
    )
    await expect(form.getByText('Shop key', { exact: true })).toBeVisible()
    expect(await labels(form)).toEqual(['Connection name', 'Base URL', 'API key'])
    await fillFields(form, { 'Connection name': 'Production - Shop', 'Base URL': api.url, 'API key': api.key })
    await connectButton(form).click()
    await expectConnection(page, 'Second', 'Production - Shop')
    await runTo(page, 'Succeeded')
    expect(api.requests.map(({ url, headers }) => [url, headers['x-api-key']])).toEqual([
      ['/customers', api.key],
      ['/orders', api.key],
    ])
    await openForm(page, 'Second')
    await form.getByRole('button', { name: 'Auth method', exact: true }).click()
    await dropdown(form, 'Auth method').click()
    await expect(choicesOf(page, 'Auth method')).toHaveText([/^Shop key/, /^New auth method/])
  })

  test('V49 None says to use it only when sure; an API that authenticates then refuses', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await expect(form.getByText(/only when you are sure/)).toHaveCount(0)
    await chooseAuthType(page, form, /^None/)
    await expect(form.getByText(/only when you are sure.+refuses them/)).toBeVisible()
    await expect(form.getByRole('group', { name: 'Test credentials' })).toHaveCount(0)
    await fillFields(form, { 'Connection name': 'Open', 'Base URL': api.url })
    await connectButton(form).click()
    await expectConnection(page, 'First', 'Open')
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('401')
  })
})

/** Every way to fill in a field that cannot be sent, and what is said beside it. */
const WRONG: readonly {
  readonly label: string
  readonly text: string
  readonly says: RegExp
  readonly type?: RegExp
  readonly query?: true
}[] = [
  { label: 'Base URL', text: 'api.example.com', says: /“api\.example\.com” is not a URL/ },
  { label: 'Base URL', text: 'ftp://api.example.com', says: /not with “ftp”/ },
  { label: 'Base URL', text: 'https://ada:lovelace@api.example.com', says: /holds a user name or password/ },
  { label: 'Base URL', text: 'https://api.example.com/?key=1', says: /holds a query or fragment/ },
  { label: 'Header name', text: 'X API Key', says: /cannot be the name of a header/ },
  { label: 'Header name', text: 'Host', says: /set by whoever sends the request/ },
  { label: 'Header name', text: '', says: /Enter the Header name/ },
  { label: 'Value template', text: 'Bearer', says: /Say with \$\{key\} where the key goes/ },
  { label: 'API key', text: 'key-€', says: /The API key contains a character that a header cannot carry/ },
  { label: 'Parameter name', text: '', says: /Enter the Parameter name/, query: true },
  { label: 'Username', text: 'ada:lovelace', says: /A user name with a colon/, type: /^Basic/ },
  { label: 'Username', text: '', says: /Enter the Username/, type: /^Basic/ },
  { label: 'Token', text: 'token-€', says: /The Token contains a character/, type: /^Bearer/ },
]

/** Fills in a form so that all of it can be sent. */
async function fillGood(page: Page, form: Locator, type?: RegExp): Promise<void> {
  if (type) await chooseAuthType(page, form, type)
  await fillFields(form, { 'Connection name': 'Shop', 'Base URL': NOWHERE })
  if (!type) await field(form, 'API key').fill('some-key')
  else if (type.source.includes('Basic')) await fillFields(form, { Username: 'ada', Password: 'lovelace' })
  else await field(form, 'Token').fill('some-token')
}

test.describe('what cannot be sent', () => {
  for (const type of [undefined, /^Basic/, /^Bearer/]) {
    test(`V20 ${type?.source.slice(1) ?? 'API key'}: every wrong value has its message beside its field, before anything is made or sent`, async ({
      page,
    }) => {
      await openDocument(page, two())
      const form = await openForm(page, 'First')
      await fillGood(page, form, type)
      for (const wrong of WRONG.filter((one) => one.type?.source === type?.source)) {
        if (wrong.query) await choose(page, dropdown(form, 'Insert in'), 'Query parameter')
        const box = field(form, wrong.label)
        const good = await box.inputValue()
        await box.fill(wrong.text)
        await connectButton(form).click()
        await expect(box).toHaveAccessibleDescription(wrong.says)
        await expect(box).toHaveAttribute('aria-invalid', 'true')
        await expect(form.locator('[aria-invalid="true"]')).toHaveCount(1)
        await box.fill(good)
        await expect(box).not.toHaveAttribute('aria-invalid', 'true')
      }
      await expectConnection(page, 'First', null)
      await connectButton(form).click()
      await expectConnection(page, 'First', 'Shop')
    })
  }

  test('V20 the dialog for test credentials says it beside the field too, and an empty one asks for the key', async ({
    page,
  }) => {
    await openDocument(page, two())
    await connectStep(page, 'First', { name: 'Shop', baseUrl: NOWHERE, type: 'api-key' })
    const dialog = credentialsDialog(page, 'Shop')
    const save = dialog.getByRole('button', { name: 'Save credentials' })
    await save.click()
    await expect(field(dialog, 'API key')).toHaveAccessibleDescription(/Enter the API key\./)
    await field(dialog, 'API key').fill('key-€')
    await save.click()
    await expect(field(dialog, 'API key')).toHaveAccessibleDescription(/a character that a header cannot carry/)
    await field(dialog, 'API key').fill('some-key')
    await save.click()
    await expect(dialog).toBeHidden()
  })

  test('Bad input: a pasted secret loses the line break after it, the field says so, and the bare key is sent', async ({
    page,
    context,
    realApiWithCors: api,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await fillFields(form, { 'Header name': 'X-API-Key', 'Connection name': 'Shop', 'Base URL': api.url })
    await page.evaluate((text) => navigator.clipboard.writeText(text), ` ${api.key}\n`)
    await field(form, 'API key').focus()
    await page.keyboard.press('Control+V')
    await expect(
      form.getByRole('status').filter({ hasText: 'A line break or space around the pasted value was removed.' }),
    ).toBeVisible()
    await expect(field(form, 'API key')).toHaveValue(api.key)
    await field(form, 'API key').press('End')
    await connectButton(form).click()
    await expectConnection(page, 'First', 'Shop')
    await openPicker(page, 'Second')
    await picker(page).getByRole('option', { name: 'Shop' }).click()
    await runTo(page, 'Succeeded')
    expect(new Set(api.requests.map(({ headers }) => headers['x-api-key']))).toEqual(new Set([api.key]))
    await expectRun(page, 'Succeeded')
  })
})
