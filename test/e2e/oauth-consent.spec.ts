import type { Page } from '@playwright/test'
import { literal, type IntegrationDoc } from '#domain'
import { docOf, flow, http, slot } from '../fixtures/doc-builder.ts'
import { card, credentialsDialog, fact, openConnections, toast } from './support/connections.ts'
import { startOidcProvider, type OidcOptions, type OidcProvider } from './support/oidc-provider.ts'
import { seedConnection, seededKey } from './support/seed-connection.ts'
import { expect, test as base } from './support/test.ts'
import { failure, openDocument, runTo } from './support/ui.ts'

interface OAuthFixtures {
  readonly oidcOptions: OidcOptions
  /** Listening; it serves when the application's address is known. */
  readonly listening: OidcProvider
  /** The provider, to which the application's callback is registered. */
  readonly oidc: OidcProvider
}

const test = base.extend<OAuthFixtures>({
  oidcOptions: [{}, { option: true }],
  listening: async ({ oidcOptions }, use) => {
    const provider = await startOidcProvider(oidcOptions)
    await use(provider)
    await provider.close()
  },
  oidc: async ({ listening, app }, use) => {
    await listening.register(`${app.url}/oauth/callback`)
    await use(listening)
  },
})

const NAME = 'Directory'

const host = (oidc: OidcProvider): string => oidc.host

/** A connection by codes for a client without a secret. */
const seed = (page: Page, { urls, publicClient, apiUrl }: OidcProvider) =>
  seedConnection(page, {
    name: NAME,
    baseUrl: apiUrl,
    settings: {
      grant: 'authorization-code',
      authorizationUrl: urls.authorizationUrl,
      tokenUrl: urls.tokenUrl,
      clientId: publicClient,
      scopes: 'openid offline_access',
    },
  })

const calling = (): IntegrationDoc =>
  docOf({
    flows: [flow('Main', http('Call', { inputs: { url: literal('/me') }, slot: NAME }))],
    slots: [slot(NAME, 'http', seededKey(NAME))],
  })

/** Opens the credentials of the connection, where its provider is asked. */
async function openConsent(page: Page) {
  await openConnections(page)
  await card(page, NAME)
    .getByRole('button', { name: /^(Connect|Connect again|Edit test credentials)$/ })
    .click()
  const dialog = credentialsDialog(page, NAME)
  await expect(dialog).toBeVisible()
  return dialog
}

const connectButton = (page: Page, oidc: OidcProvider) =>
  credentialsDialog(page, NAME)
    .getByRole('button', { name: `Connect to ${host(oidc)}` })
    .or(credentialsDialog(page, NAME).getByRole('button', { name: 'Connect again' }))

/** Presses, and gives the window of the provider. */
async function openWindow(page: Page, press: () => Promise<void>): Promise<Page> {
  const opening = page.context().waitForEvent('page')
  await press()
  const opened = await opening
  await expect(opened.getByRole('heading', { name: 'Allow access?' })).toBeVisible()
  return opened
}

const allow = (window: Page) => window.getByRole('button', { name: 'Allow' }).click()

async function expectConnected(page: Page): Promise<void> {
  await expect(toast(page, `${NAME} is connected`)).toBeVisible()
  await expect(credentialsDialog(page, NAME)).toBeHidden()
}

/** Connects with everything a person does. */
async function connect(page: Page, oidc: OidcProvider): Promise<Page> {
  const dialog = await openConsent(page)
  await expect(dialog.getByLabel('Redirect URL', { exact: true })).toHaveValue(
    /^http:\/\/localhost:\d+\/oauth\/callback$/,
  )
  const window = await openWindow(page, () => connectButton(page, oidc).click())
  await expect(dialog.getByText(`Continue in the window of ${host(oidc)}`)).toBeVisible()
  await allow(window)
  await expectConnected(page)
  return window
}

test.describe('consent in a window', () => {
  test('V13 P07 connects by a press: the window closes itself, the token signs, and its end is counted down', async ({
    page,
    oidc,
  }) => {
    await seed(page, oidc)
    const window = await connect(page, oidc)
    await expect.poll(() => window.isClosed()).toBe(true)
    await expect(fact(page, NAME, 'Test credentials')).toHaveText(/Connected.*expires in 59 minutes, renewed by itself/)
    await openDocument(page, calling())
    await runTo(page, 'Succeeded')
    expect(oidc.shown).toHaveLength(1)
    expect(oidc.grants).toEqual([{ type: 'authorization_code', error: null }])
  })

  test.describe('of a provider that isolates its pages', () => {
    test.use({ oidcOptions: { coop: true } })

    test('V13 arrives though the window is out of reach (COOP same-origin)', async ({ page, oidc }) => {
      await seed(page, oidc)
      const dialog = await openConsent(page)
      const window = await openWindow(page, () => connectButton(page, oidc).click())
      // To this page it looks closed as soon as it is there; nothing is aborted for that.
      await expect(dialog.getByText('The window is closed, or out of reach of this page')).toBeVisible()
      await allow(window)
      await expectConnected(page)
    })
  })

  test.describe('of a provider whose token endpoint is closed to pages', () => {
    test.use({ oidcOptions: { cors: false }, allow: async ({ listening }, use) => use([listening.host]) })

    test('V13 gets its token through the local server, with one use of the code', async ({ page, oidc }) => {
      await seed(page, oidc)
      await connect(page, oidc)
      expect(oidc.grants).toEqual([{ type: 'authorization_code', error: null }])
    })
  })

  test('V13 leaves nothing of the code in the address or the history of the window that stays open', async ({
    page,
    oidc,
  }) => {
    await seed(page, oidc)
    await openConsent(page)
    const window = await openWindow(page, () => connectButton(page, oidc).click())
    await window.getByRole('button', { name: 'Deny' }).click()
    await expect(window.getByRole('alert')).toContainText('says that access was denied')
    expect(new URL(window.url()).search).toBe('')
    await expect(credentialsDialog(page, NAME).getByRole('alert')).toContainText('says that access was denied')
    const again = credentialsDialog(page, NAME).getByRole('button', { name: 'Try again' })
    await allow(await openWindow(page, () => again.click()))
    await expectConnected(page)
  })

  test('V13 offers a link where the browser blocks the window', async ({ page, oidc }) => {
    await page.addInitScript(() => {
      globalThis.open = () => null
    })
    await seed(page, oidc)
    const dialog = await openConsent(page)
    await connectButton(page, oidc).click()
    await expect(dialog.getByText('The browser has blocked the window')).toBeVisible()
    const window = await openWindow(page, () => dialog.getByRole('link', { name: `Open ${host(oidc)}` }).click())
    await allow(window)
    await expectConnected(page)
  })

  test('V13 says that the window was closed, and goes on in another one; cancelling refuses what still comes', async ({
    page,
    oidc,
  }) => {
    await seed(page, oidc)
    const dialog = await openConsent(page)
    const first = await openWindow(page, () => connectButton(page, oidc).click())
    await first.close()
    await expect(dialog.getByText('The window is closed, or out of reach of this page')).toBeVisible()
    const second = await openWindow(page, () => dialog.getByRole('button', { name: 'Open again' }).click())
    await expect(dialog.getByText('Continue in the window')).toBeVisible()
    const late = await page.context().newPage()
    await late.goto(second.url())
    await dialog.getByRole('button', { name: 'Stop waiting' }).click()
    await allow(late)
    await expect(late.getByText('This answer was used before, or the request was given up')).toBeVisible()
    await expect(connectButton(page, oidc)).toBeEnabled()
    expect(oidc.grants).toEqual([])
  })

  test('V13 a window that comes back to nobody says so', async ({ page }) => {
    await page.goto('/oauth/callback?code=a-code&state=a-state')
    await expect(page.getByText('Nobody waits for this answer')).toBeVisible()
    expect(new URL(page.url()).search).toBe('')
  })

  test('V13 withdrawn, the connection says that it has to be connected again, and is', async ({ page, oidc }) => {
    await seed(page, oidc)
    await connect(page, oidc)
    await oidc.withdraw()
    await openDocument(page, calling())
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText(`${NAME} has to be connected again`)
    await openConnections(page)
    await expect(card(page, NAME)).toContainText('Needs to be connected again')
    await expect(card(page, NAME).getByRole('button', { name: 'Connect again' })).toBeVisible()
    await connect(page, oidc)
    await openDocument(page, calling())
    await runTo(page, 'Succeeded')
  })

  test('V13 two tabs renew one token once', async ({ page, oidc }) => {
    await seed(page, oidc)
    await connect(page, oidc)
    await openDocument(page, calling())
    await runTo(page, 'Succeeded')
    const other = await page.context().newPage()
    await openDocument(other, calling())
    oidc.refuseToken(oidc.shown[0] ?? '', 2)
    await Promise.all([runTo(page, 'Succeeded'), runTo(other, 'Succeeded')])
    expect(oidc.grants.map(({ type }) => type)).toEqual(['authorization_code', 'refresh_token'])
  })

  test('V13 connects with the keyboard alone', async ({ page, oidc }) => {
    await seed(page, oidc)
    await openConsent(page)
    const button = connectButton(page, oidc)
    await expect(button).toBeEnabled()
    for (let presses = 0; presses < 10; presses += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(button).toBeFocused()
    await allow(await openWindow(page, () => page.keyboard.press('Enter')))
    await expectConnected(page)
  })
})

test.describe('consent on another device', () => {
  test('V13 shows a code, and is connected when it was entered', async ({ page, context, oidc }) => {
    test.setTimeout(90_000)
    const { urls, deviceClient, apiUrl } = oidc
    const { tokenUrl, deviceUrl } = urls
    const settings = { grant: 'device', deviceUrl, tokenUrl, clientId: deviceClient, scopes: 'openid offline_access' }
    await seedConnection(page, { name: NAME, baseUrl: apiUrl, settings })
    const dialog = await openConsent(page)
    await dialog.getByRole('button', { name: `Get a code from ${host(oidc)}` }).click()
    const code = await dialog.getByLabel('Code', { exact: true }).inputValue()
    await expect(dialog.getByText(/expires in \d+ minutes/)).toBeVisible()
    const device = await context.newPage()
    await device.route('**/fonts.googleapis.com/**', (route) => route.abort())
    await device.goto(`${oidc.url}/device`)
    await device.locator('input[name="user_code"]').fill(code)
    await device.getByRole('button', { name: 'Continue' }).click()
    await device.getByRole('button', { name: 'Continue' }).click()
    await allow(device)
    await expect(toast(page, `${NAME} is connected`)).toBeVisible({ timeout: 20_000 })
  })
})
