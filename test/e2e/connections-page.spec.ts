import type { Page } from '@playwright/test'
import {
  card,
  cardMenu,
  connectButton,
  credentialsDialog,
  dropdown,
  expectConnection,
  fact,
  field,
  fillFields,
  openConnections,
  openForm,
  openNewDialog,
  pickConnection,
  picker,
  requesting,
  saveCredentials,
  toast,
} from './support/connections.ts'
import { undoButton } from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { NOWHERE, withoutAuth, withToken } from './support/typed-connections.ts'
import { choose, connectStep, expectSaved, failure, openDocument, runTo } from './support/ui.ts'

const three = () => requesting({ First: 'customers', Second: 'orders', Third: 'customers/1' })

/** Goes from the Connections page to the integration that uses a connection. */
const openUse = async (page: Page, name: string) => fact(page, name, 'Used in').getByRole('link').click()

test.describe('the Connections page', () => {
  test('P02 lists connections with address, auth method, credentials, status and where they are used', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, three())
    await connectStep(page, 'First', withToken('Sandbox - Shop', api.url, api.token))
    await pickConnection(page, 'Second', 'Sandbox - Shop')
    await connectStep(page, 'Third', withoutAuth('Production - Shop'))
    await expectSaved(page)
    await openConnections(page)
    await expect(page.getByRole('list', { name: 'Connections' }).getByRole('article')).toHaveCount(2)
    const facts = {
      'Base URL': api.url,
      Connector: 'HTTP',
      'Auth method': 'Bearer token',
      'Test credentials': 'Set',
      'Used in': 'Test integration(2 steps)',
      'Stable key': 'sandbox-shop',
    }
    for (const [about, text] of Object.entries(facts)) {
      await expect(fact(page, 'Sandbox - Shop', about)).toHaveText(text)
    }
    await expect(card(page, 'Sandbox - Shop')).toContainText('Not tested yet')
    await expect(fact(page, 'Production - Shop', 'Test credentials')).toHaveText('None needed')
    await expect(card(page, 'Production - Shop')).toContainText('No authentication')

    await page.getByRole('searchbox', { name: 'Search connections' }).fill('prod')
    await expect(page.getByRole('article')).toHaveCount(1)
    await page.getByRole('searchbox', { name: 'Search connections' }).fill('nothing like it')
    await expect(page.getByText('No connection matches “nothing like it”')).toBeVisible()
  })

  test('P02 a connection is made there, and a step of the designer is offered it', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openConnections(page)
    await expect(page.getByText('No connections yet')).toBeVisible()
    const dialog = await openNewDialog(page)
    await choose(page, dropdown(dialog, 'Authentication type'), /^Bearer/)
    await fillFields(dialog, { 'Connection name': 'Shop', 'Base URL': api.url })
    await connectButton(dialog).click()
    await saveCredentials(page, 'Shop', { Token: api.token })
    await expect(fact(page, 'Shop', 'Used in')).toHaveText('Unused')

    await openDocument(page, three())
    for (const step of ['First', 'Second', 'Third']) await pickConnection(page, step, 'Shop')
    await runTo(page, 'Succeeded')
    expect(new Set(api.requests.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${api.token}`]))
  })

  test('P22 edits name and description; steps keep the connection and say its new name', async ({ page }) => {
    await openDocument(page, three())
    await connectStep(page, 'First', withoutAuth('Shop'))
    await expectSaved(page)
    await openConnections(page)
    await cardMenu(page, 'Shop', 'Edit connection')
    const dialog = page.getByRole('dialog', { name: 'Edit Shop' })
    await fillFields(dialog, { 'Connection name': '', 'Base URL': 'nowhere' })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(field(dialog, 'Connection name')).toHaveAccessibleDescription(/Give it a name\./)
    await expect(field(dialog, 'Base URL')).toHaveAccessibleDescription(/is not a URL/)
    await fillFields(dialog, {
      'Connection name': 'Staging - Shop',
      'Base URL': 'https://api.example.com/v2',
      'Connection description': 'For trying things out',
    })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expect(card(page, 'Staging - Shop')).toContainText('For trying things out')
    await expect(fact(page, 'Staging - Shop', 'Stable key')).toHaveText('shop')
    await expect(fact(page, 'Staging - Shop', 'Base URL')).toHaveText('https://api.example.com/v2')
    await openUse(page, 'Staging - Shop')
    await expectConnection(page, 'First', 'Staging - Shop')
  })

  test('X10 another base URL asks for the credentials again; until then nothing is sent there', async ({
    page,
    realApiWithCors: api,
    redirectingApi: other,
  }) => {
    await openDocument(page, requesting({ Call: 'customers' }))
    await connectStep(page, 'Call', withToken('Shop', other.url, 'for-the-first-address'))
    await expectSaved(page)
    await openConnections(page)
    await expect(fact(page, 'Shop', 'Test credentials')).toHaveText('Set')
    await cardMenu(page, 'Shop', 'Edit connection')
    const dialog = page.getByRole('dialog', { name: 'Edit Shop' })
    await expect(dialog.getByText(/have to be entered again/)).toHaveCount(0)
    await field(dialog, 'Base URL').fill(api.url)
    await expect(
      dialog.getByText(`the test credentials are bound to ${other.url} and have to be entered again`),
    ).toBeVisible()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page
      .getByRole('dialog', { name: 'Add test credentials for Shop' })
      .getByRole('button', { name: 'Later' })
      .click()
    await expect(fact(page, 'Shop', 'Test credentials')).toHaveText('Empty')
    await expect(card(page, 'Shop')).toContainText('Needs credentials')

    await openUse(page, 'Shop')
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText(/credentials/)
    expect([...api.requests, ...other.requests]).toEqual([])

    await openConnections(page)
    await card(page, 'Shop').getByRole('button', { name: 'Edit test credentials' }).click()
    await expect(credentialsDialog(page, 'Shop')).toContainText('Empty')
    await expect(credentialsDialog(page, 'Shop')).toContainText(api.url)
    await saveCredentials(page, 'Shop', { Token: api.token })
    await openUse(page, 'Shop')
    await runTo(page, 'Succeeded')
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${api.token}`])
    expect(other.requests).toEqual([])
  })

  test('P22 saved credentials are tested at once, and the status keeps what came out of it', async ({ page }) => {
    await openConnections(page)
    const dialog = await openNewDialog(page)
    await choose(page, dropdown(dialog, 'Connector'), /^Demo API/)
    await fillFields(dialog, { 'Connection name': 'Demo', 'API key': 'not-the-demo-key' })
    await connectButton(dialog).click()
    await expect(dialog).toBeHidden()
    await expect(toast(page, 'Demo does not work')).toBeVisible()
    await expect(card(page, 'Demo')).toContainText('Failing')

    await card(page, 'Demo').getByRole('button', { name: 'Edit test credentials' }).click()
    await saveCredentials(page, 'Demo', { 'API key': 'demo-key-for-everyone' })
    await expect(toast(page, 'Demo works (status 200)')).toBeVisible()
    await expect(card(page, 'Demo')).toContainText('Working')
    await page.reload()
    await expect(card(page, 'Demo')).toContainText('Working')
  })
})

test.describe('deleting a connection', () => {
  const remove = (page: Page, name: string) => page.getByRole('alertdialog', { name: `Delete ${name}?` })

  test('P02 says where it is used and puts another one there, which can be undone in the integration', async ({
    page,
  }) => {
    await openDocument(page, three())
    await connectStep(page, 'First', withoutAuth('Sandbox - Shop'))
    await pickConnection(page, 'Second', 'Sandbox - Shop')
    await connectStep(page, 'Third', withoutAuth('Production - Shop'))
    await expectSaved(page)
    await openConnections(page)
    await cardMenu(page, 'Sandbox - Shop', 'Delete connection')
    const dialog = remove(page, 'Sandbox - Shop')
    await expect(dialog).toContainText('1 integration uses it')
    await expect(dialog.getByRole('listitem')).toHaveText('Test integration(2 steps)')
    const confirm = dialog.getByRole('button', { name: 'Delete connection' })
    await expect(confirm).toBeDisabled()
    await choose(page, dropdown(dialog, 'Use instead'), /^Production - Shop/)
    await confirm.click()
    await expect(card(page, 'Sandbox - Shop')).toHaveCount(0)
    await expect(fact(page, 'Production - Shop', 'Used in')).toHaveText('Test integration(3 steps)')

    await openUse(page, 'Production - Shop')
    for (const step of ['First', 'Second', 'Third']) await expectConnection(page, step, 'Production - Shop')
    await undoButton(page).click()
    await expectConnection(page, 'First', 'sandbox-shop (missing)')
    await expectConnection(page, 'Third', 'Production - Shop')
  })

  test('P02 can leave the steps without one; cancelling leaves everything; an unused one only asks', async ({
    page,
  }) => {
    await openDocument(page, three())
    const address = page.url()
    await connectStep(page, 'First', withoutAuth('Shop'))
    await expectSaved(page)
    await openConnections(page)
    await cardMenu(page, 'Shop', 'Delete connection')
    await remove(page, 'Shop').getByRole('button', { name: 'Cancel' }).click()
    await expect(card(page, 'Shop')).toBeVisible()
    await openUse(page, 'Shop')
    await expectConnection(page, 'First', 'Shop')
    await undoButton(page).click()
    await expectConnection(page, 'First', null)
    await openForm(page, 'First')
    await fillFields(picker(page), { 'Connection name': 'Second - Shop', 'Base URL': NOWHERE })
    await connectButton(picker(page)).click()
    await expectConnection(page, 'First', 'Second - Shop')
    await expectSaved(page)

    await openConnections(page)
    await cardMenu(page, 'Shop', 'Delete connection')
    await expect(remove(page, 'Shop')).toContainText('No integration uses it')
    await remove(page, 'Shop').getByRole('button', { name: 'Delete connection' }).click()
    await expect(card(page, 'Shop')).toHaveCount(0)
    await cardMenu(page, 'Second - Shop', 'Delete connection')
    await choose(page, dropdown(remove(page, 'Second - Shop'), 'Use instead'), /^Nothing/)
    await remove(page, 'Second - Shop').getByRole('button', { name: 'Delete connection' }).click()
    await expect(page.getByText('No connections yet')).toBeVisible()
    await page.goto(address)
    await expectConnection(page, 'First', null)
  })
})
