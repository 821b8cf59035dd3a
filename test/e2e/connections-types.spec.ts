import { generateKeyPairSync } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import {
  card,
  cardMenu,
  chooseAuthType,
  choicesOf,
  connectButton,
  credentialsDialog,
  dropdown,
  expectConnection,
  fillFields,
  openConnections,
  openForm,
  pickConnection,
  requesting,
  toast,
} from './support/connections.ts'
import { expect, test } from './support/test.ts'
import { choose, connectStep, expectSaved, openDocument, type TypedConnection } from './support/ui.ts'

const two = () => requesting({ First: 'customers', Second: 'orders' })
const field = (form: Locator, label: string) => form.getByLabel(label, { exact: true })
const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString()
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nTUlJQg==\n-----END CERTIFICATE-----'
const machine = {
  type: 'oauth2',
  choices: { Grant: 'Client credentials' },
  fields: { 'Token URL': 'https://login.example.com/token', 'Client ID': 'me', 'Client secret': 'for-the-method' },
} as const

/** `again`: what the next connection with the same method is asked for beside its secrets. */
type Typed = Pick<TypedConnection, 'type' | 'choices' | 'fields' | 'options' | 'parts' | 'insertIn'> & {
  readonly again?: Readonly<Record<string, string>>
}

/** Each auth type as a person fills it in, up to the last secret. */
const TYPES: Readonly<Record<string, Typed>> = {
  'an API key in a cookie': {
    type: 'api-key',
    insertIn: 'Cookie',
    fields: { 'Cookie name': 'session', 'API key': 'some-key' },
  },
  'OAuth 2.0 for an application': machine,
  'OAuth 1.0a': {
    type: 'oauth1',
    choices: { 'Signature method': 'HMAC-SHA256' },
    fields: { 'Consumer key': 'key', 'Consumer secret': 'secret', 'Access token': 'token', 'Token secret': 'hidden' },
  },
  'a signed JWT': {
    type: 'jwt',
    fields: { Issuer: 'me', Audience: 'https://api.example.com', 'Private key': KEY },
    options: { 'Key ID': 'first' },
  },
  'AWS Signature v4': {
    type: 'aws-sigv4',
    fields: { Region: 'eu-central-1', Service: 's3', 'Access key ID': 'AKIAEXAMPLE', 'Secret access key': 'secret' },
    again: { 'Access key ID': 'AKIAEXAMPLE' },
  },
  'a client certificate': { type: 'client-certificate', fields: { Certificate: CERTIFICATE, 'Private key': KEY } },
  'a custom method': {
    type: 'custom',
    parts: [
      { in: 'Header', name: 'X-App', value: '${app}' },
      { in: 'Query parameter', name: 'user', value: 'u-${user}' },
    ],
    fields: { app: 'app-secret', user: 'user-secret' },
  },
}

test.describe('the form of every auth type', () => {
  for (const [name, { again = {}, ...typed }] of Object.entries(TYPES)) {
    test(`V10 V22 V21 D13 ${name} is made inline on a node, reused by another, and switched`, async ({ page }) => {
      await openDocument(page, two())
      const baseUrl = 'https://api.example.com'
      await connectStep(page, 'First', { name: 'Sandbox', baseUrl, ...typed })
      // Nothing is missing, so nothing is asked for.
      await expect(credentialsDialog(page, 'Sandbox')).toHaveCount(0)
      await pickConnection(page, 'Second', 'Sandbox')
      const form = await openForm(page, 'Second')
      const section = form.getByRole('button', { name: 'Auth method', exact: true })
      await expect(section).toHaveAttribute('aria-expanded', 'false')
      await fillFields(form, { 'Connection name': 'Production', 'Base URL': baseUrl, ...again })
      await connectButton(form).click()
      await expectConnection(page, 'Second', 'Production')
      const later = page.getByRole('button', { name: 'Later' })
      if (typed.type === 'oauth2') await expect(later).toHaveCount(0)
      else await later.click()
      await pickConnection(page, 'Second', 'Sandbox')
      await expectSaved(page)
      await page.reload()
      await expectConnection(page, 'Second', 'Sandbox')
    })
  }

  test('V17 V46 V48 each type says when to use it; None lists what it is for', async ({ page }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await dropdown(form, 'Authentication type').click()
    const offered = choicesOf(page, 'Authentication type')
    // All but the one that only verifies webhooks: that is offered where there are some.
    await expect(offered).toHaveCount(10)
    for (const option of await offered.all()) await expect(option).toHaveAccessibleDescription(/\.$/)
    // Each in full: a list with less room than its rows scrolls, and does not press them together.
    const cut = (rows: readonly Element[]) => rows.filter((row) => row.scrollHeight > row.clientHeight + 1).length
    expect(await offered.evaluateAll(cut)).toBe(0)
    await page.getByRole('option', { name: /^None/ }).click()
    await expect(form.getByRole('listitem')).toHaveText([/public APIs/, /gateway or VPN/, /local or mock API/])
  })

  test('D13 says beside the field, before it is tried, that the local server is needed', async ({ page }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await choose(page, dropdown(form, 'Insert in'), 'Cookie')
    await expect(form.getByText(/cannot send cookies elsewhere: the local server/)).toBeVisible()
    await field(form, 'Base URL').fill('http://192.168.0.7')
    await expect(field(form, 'Base URL')).toHaveAccessibleDescription(/cannot call http on another machine/)
    await chooseAuthType(page, form, /^Client certificate/)
    await expect(field(form, 'Certificate')).toHaveAccessibleDescription(/cannot present a certificate/)
  })

  test('V13 OAuth 2.0 shows the redirect URL to register, and prompts for the provider’s consent', async ({
    page,
    app,
  }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await chooseAuthType(page, form, /^OAuth 2/)
    await expect(field(form, 'Redirect URL')).toHaveValue(`${app.url}/oauth/callback`)
    await fillFields(form, {
      'Authorization URL': 'https://login.example.com/authorize',
      'Token URL': 'https://login.example.com/token',
      'Client ID': 'me',
      Scopes: 'read,write',
      'Connection name': 'Shop',
      'Base URL': 'https://api.example.com',
    })
    await expect(field(form, 'Scopes')).toHaveAccessibleDescription('Sent as: read write')
    await connectButton(form).click()
    const dialog = credentialsDialog(page, 'Shop')
    await expect(dialog.getByRole('button', { name: 'Connect to login.example.com' })).toBeVisible()
  })

  test('V20 says beside its field what is wrong, folds none of it away, and goes to the first', async ({ page }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await chooseAuthType(page, form, /^OAuth 2/)
    await fillFields(form, { 'Token URL': 'http://login.example.com/token', 'Connection name': 'Shop' })
    await form.getByRole('button', { name: 'More options' }).click()
    await field(form, 'Issuer').fill('login.example.com')
    // Folding it would hide what is wrong: it stays.
    await form.getByRole('button', { name: 'More options' }).click()
    await expect(field(form, 'Issuer')).toHaveAccessibleDescription(/is not a URL/)
    await connectButton(form).click()
    await expect(field(form, 'Token URL')).toHaveAccessibleDescription(/not encrypted/)
    await expect(field(form, 'Authorization URL')).toBeFocused()
  })

  test('P13 is filled in and connected with the keyboard alone', async ({ page }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await expect(form.getByText('Set once: every connection with this auth method has the same.')).toBeVisible()
    await expect(form.getByText(/this connection’s alone/)).toBeVisible()
    await field(form, 'Header name').focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('X-Key')
    await tabTo(page, field(form, 'Connection name'))
    await page.keyboard.type('By keys')
    await tabTo(page, field(form, 'Base URL'))
    await page.keyboard.type('https://api.example.com')
    await tabTo(page, field(form, 'API key'))
    await page.keyboard.type('some-key')
    await tabTo(page, connectButton(form))
    await page.keyboard.press('Enter')
    await expectConnection(page, 'First', 'By keys')
  })
})

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
}

test.describe('an auth method with a secret of its own', () => {
  test('V29 V21 Create saves it with its secret, and the next connection does not ask for it', async ({ page }) => {
    await openDocument(page, two())
    const form = await openForm(page, 'First')
    await chooseAuthType(page, form, /^OAuth 2/)
    await choose(page, dropdown(form, 'Grant'), machine.choices.Grant)
    await fillFields(form, machine.fields)
    await form.getByRole('button', { name: 'Create', exact: true }).click()
    await expect(toast(page, 'Auth method OAuth 2.0 is created')).toBeVisible()
    await page.reload()
    await openForm(page, 'Second')
    await form.getByRole('button', { name: 'Auth method', exact: true }).click()
    await expect(form.getByText(/is set; nothing more/)).toBeVisible()
    await expect(field(form, 'Client secret')).toHaveCount(0)
    await fillFields(form, { 'Connection name': 'Shop', 'Base URL': 'https://api.example.com' })
    await connectButton(form).click()
    await expectConnection(page, 'Second', 'Shop')
    await expect(credentialsDialog(page, 'Shop')).toHaveCount(0)
  })

  test('P20 a secret that the method lacks is asked for with the test credentials', async ({ page }) => {
    await openDocument(page, two())
    const { 'Client secret': _, ...fields } = machine.fields
    await connectStep(page, 'First', {
      ...machine,
      name: 'Shop',
      baseUrl: 'https://api.example.com',
      fields,
    })
    const dialog = credentialsDialog(page, 'Shop')
    await fillFields(dialog, { 'Client secret': 'late' })
    await dialog.getByRole('button', { name: 'Save credentials' }).click()
    await expect(dialog).toBeHidden()
    await openConnections(page)
    await expect(card(page, 'Shop')).not.toContainText('Needs credentials')
  })

  test('X10 another origin of its URLs forgets the secret until it is entered again', async ({ page }) => {
    await openDocument(page, two())
    await connectStep(page, 'First', { ...machine, name: 'Shop', baseUrl: 'https://api.example.com' })
    await openConnections(page)
    await cardMenu(page, 'Shop', 'Edit auth method')
    const dialog = page.getByRole('dialog', { name: 'Edit auth method OAuth 2.0' })
    await expect(dialog.getByText('1 connection uses it.')).toBeVisible()
    await expect(dialog.getByText('Set', { exact: true })).toBeVisible()
    await field(dialog, 'Token URL').fill('https://other.example.com/token')
    await expect(dialog.getByText(/sealed for https:\/\/login\.example\.com has to be entered again/)).toBeVisible()
    await expect(dialog.getByText('Empty', { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(card(page, 'Shop')).toContainText('Needs credentials')
    await cardMenu(page, 'Shop', 'Edit auth method')
    await fillFields(dialog, { 'Client secret': 'again' })
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(card(page, 'Shop')).not.toContainText('Needs credentials')
  })
})
