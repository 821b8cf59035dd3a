import type { Locator, Page } from '@playwright/test'
import {
  card,
  cardMenu,
  connectButton,
  dropdown,
  fillFields,
  openConnections,
  picker,
  requesting,
  saveCredentials,
  toast,
} from './support/connections.ts'
import { expect, test } from './support/test.ts'
import { choose, connectStep, expectSaved, openDocument, openPicker } from './support/ui.ts'

const report = (page: Page, name: string): Locator => page.getByRole('dialog', { name: `Test of ${name}` })

/** The stages of the report that is shown, once it is there. */
async function stages(
  page: Page,
  name: string,
): Promise<Readonly<Record<'configuration' | 'token' | 'request', Locator>>> {
  const list = report(page, name).getByRole('list', { name: 'Connection test' })
  await expect(list).not.toHaveAttribute('aria-busy', 'true', { timeout: 30_000 })
  const items = list.getByRole('listitem')
  await expect(items).toHaveCount(3)
  const stage = (word: string) => items.filter({ has: page.getByText(word, { exact: true }) })
  return { configuration: stage('Configuration'), token: stage('Token'), request: stage('Request') }
}

interface Typed {
  readonly baseUrl: string
  readonly token?: string
  /** The request to test it with. */
  readonly path?: string
  readonly timeoutSeconds?: string
}

/** Makes a connection with a bearer token on the Connections page. */
async function makeConnection(
  page: Page,
  name: string,
  { baseUrl, token, path, timeoutSeconds }: Typed,
): Promise<void> {
  await openConnections(page)
  await page.getByRole('button', { name: 'New connection' }).click()
  const form = page.getByRole('dialog', { name: 'New connection' })
  // The second connection is offered the auth method of the first.
  if (await dropdown(form, 'Authentication type').isVisible()) {
    await choose(page, dropdown(form, 'Authentication type'), /^Bearer/)
  }
  await fillFields(form, {
    'Connection name': name,
    'Base URL': baseUrl,
    ...(token !== undefined && { Token: token }),
  })
  await form.getByRole('button', { name: 'More' }).click()
  if (path !== undefined) {
    await choose(page, dropdown(form, 'Test with'), 'GET')
    await fillFields(form, { 'Test path': path })
  }
  if (timeoutSeconds !== undefined) await fillFields(form, { 'Timeout in seconds': timeoutSeconds })
  await connectButton(form).click()
  await expect(form).toBeHidden()
  if (token === undefined) await page.getByRole('button', { name: 'Later' }).click()
}

test.describe('Test connection', () => {
  test('Test connection: runs by itself on save, says why it failed, and again once the credentials are right', async ({
    page,
  }) => {
    await openConnections(page)
    await page.getByRole('button', { name: 'New connection' }).click()
    const form = page.getByRole('dialog', { name: 'New connection' })
    await choose(page, dropdown(form, 'Connector'), /^Demo API/)
    await fillFields(form, { 'Connection name': 'Demo', 'API key': 'not-the-demo-key' })
    await connectButton(form).click()
    await expect(form).toBeHidden()
    await expect(toast(page, 'Demo does not work')).toBeVisible()
    await expect(card(page, 'Demo')).toContainText('Failing')

    await page.getByRole('button', { name: 'Show the report' }).click()
    const first = await stages(page, 'Demo')
    await expect(first.configuration).toContainText('OK')
    await expect(first.token).toContainText('Skipped')
    await expect(first.request).toContainText('Failed')
    await expect(first.request).toContainText('401 Unauthorized')
    await expect(first.request).toContainText('Check the test credentials')

    await report(page, 'Demo').getByRole('button', { name: 'Edit test credentials' }).click()
    await saveCredentials(page, 'Demo', { 'API key': 'demo-key-for-everyone' })
    const second = await stages(page, 'Demo')
    await expect(second.request).toContainText('Answered 200')
    await expect(second.request).toContainText(/Attached: header .+, \d+ characters/)
    await expect(report(page, 'Demo')).toContainText('Demo works (status 200)')
    await page.keyboard.press('Escape')
    await expect(report(page, 'Demo')).toBeHidden()
    await expect(card(page, 'Demo')).toContainText('Working')
    await page.reload()
    await expect(card(page, 'Demo')).toContainText('Working')
  })

  test('Test connection: from the picker on a node it names what was attached, never the value', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, requesting({ Call: 'customers' }))
    const baseUrl = `${api.url}/customers`
    await connectStep(page, 'Call', { name: 'Shop', baseUrl, type: 'bearer', fields: { Token: api.token } })
    await expectSaved(page)
    await openPicker(page, 'Call')
    await picker(page).getByRole('button', { name: 'Test connection' }).click()
    const before = await stages(page, 'Shop')
    await expect(before.request).toContainText('Skipped')
    await expect(report(page, 'Shop')).toContainText('Nothing is wrong as far as it can be told')
    expect(api.requests).toEqual([])

    await report(page, 'Shop')
      .getByRole('button', { name: `Test with GET ${baseUrl}` })
      .click()
    const after = await stages(page, 'Shop')
    await expect(after.request).toContainText('Answered 200')
    await expect(after.request).toContainText('directly from the browser')
    const length = `Bearer ${api.token}`.length
    await expect(after.request).toContainText(`Attached: header Authorization, ${length} characters`)
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${api.token}`])
    expect(await page.content()).not.toContain(api.token)
    await report(page, 'Shop').getByRole('button', { name: 'Done' }).click()
    await expect(picker(page)).toBeVisible()
  })

  test('Test connection: by the keyboard alone, and the focus comes back', async ({ page, realApiWithCors: api }) => {
    await makeConnection(page, 'Shop', { baseUrl: api.url, token: api.token, path: '/customers/1' })
    await expect(toast(page, 'Shop works (status 200)')).toBeVisible()
    const menu = card(page, 'Shop').getByRole('button', { name: 'Actions for Shop' })
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Test')
    await expect(page.getByRole('menuitem', { name: 'Test connection' })).toBeFocused()
    await page.keyboard.press('Enter')
    const { request } = await stages(page, 'Shop')
    await expect(request).toContainText(`Asked GET ${api.url}/customers/1`)
    // Straight to the buttons: a report has nothing else to stop at.
    for (const name of ['Close', 'Test again', 'Done']) {
      await page.keyboard.press('Tab')
      await expect(report(page, 'Shop').getByRole('button', { name, exact: true })).toBeFocused()
    }
    await page.keyboard.press('Enter')
    await expect(report(page, 'Shop')).toBeHidden()
    await expect(menu).toBeFocused()
  })

  test('Test connection: tells what was refused, what is missing and what does not answer', async ({
    page,
    oddApi,
  }) => {
    test.slow()
    await makeConnection(page, 'Forbidden', { baseUrl: oddApi.url, token: 'a-token-4711', path: '/status/403' })
    await makeConnection(page, 'Nowhere', { baseUrl: oddApi.url, token: 'a-token-4711', path: '/status/404' })
    await makeConnection(page, 'Silent', {
      baseUrl: oddApi.url,
      token: 'a-token-4711',
      path: '/never',
      timeoutSeconds: '1',
    })
    await makeConnection(page, 'Empty', { baseUrl: oddApi.url, path: '/status/200' })
    const said: Readonly<Record<string, string>> = {
      Forbidden: '403 Forbidden',
      Nowhere: '404 Not Found',
      Silent: 'No answer came in time',
    }
    for (const [name, text] of Object.entries(said)) {
      await cardMenu(page, name, 'Test connection')
      await expect((await stages(page, name)).request).toContainText(text)
      await page.keyboard.press('Escape')
    }
    await cardMenu(page, 'Empty', 'Test connection')
    const empty = await stages(page, 'Empty')
    await expect(empty.configuration).toContainText('Failed')
    await expect(empty.configuration).toContainText('has no test credentials')
    await expect(empty.request).toContainText('Not reached')
  })
})

test.describe('Test connection where the browser gets no answer', () => {
  test.use({
    allow: async ({ realApi, redirectingApi, closedAddress }, use) =>
      use([realApi.host, redirectingApi.host, closedAddress.host]),
  })

  test('Test connection: tells no CORS from a redirect from nobody there, and offers the local server', async ({
    page,
    realApi,
    redirectingApi,
    closedAddress,
  }) => {
    test.slow()
    await makeConnection(page, 'Closed', { baseUrl: realApi.url, token: realApi.token, path: '/customers/1' })
    await makeConnection(page, 'Moved', { baseUrl: redirectingApi.url, token: 'a-token-4711', path: '' })
    await makeConnection(page, 'Gone', { baseUrl: closedAddress.url, token: 'a-token-4711', path: '' })
    await cardMenu(page, 'Moved', 'Test connection')
    await expect((await stages(page, 'Moved')).request).toContainText('redirects (status 302)')
    await page.keyboard.press('Escape')
    await cardMenu(page, 'Gone', 'Test connection')
    await expect((await stages(page, 'Gone')).request).toContainText('Nothing listens at')
    await page.keyboard.press('Escape')
    await cardMenu(page, 'Closed', 'Test connection')
    await expect((await stages(page, 'Closed')).request).toContainText('(CORS)')
    await report(page, 'Closed').getByRole('button', { name: 'Send through the local server' }).click()
    const { request } = await stages(page, 'Closed')
    await expect(request).toContainText('through the local server')
    await expect(request).toContainText('Answered 200')
    // Whoever looked for the cause had no credentials with them.
    expect(redirectingApi.elsewhere.requests).toEqual([])
  })
})
