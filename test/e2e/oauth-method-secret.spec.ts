import type { Page } from '@playwright/test'
import { literal, type IntegrationDoc } from '#domain'
import { docOf, flow, http, slot } from '../fixtures/doc-builder.ts'
import { card, credentialsDialog, fact, openConnections, saveCredentials, toast } from './support/connections.ts'
import { startOAuth1Provider, type OAuth1Provider } from './support/oauth1-provider.ts'
import { startOidcProvider, type OidcProvider } from './support/oidc-provider.ts'
import { readStorage } from './support/read-storage.ts'
import { seedConnection, seededKey } from './support/seed-connection.ts'
import { expect, test as base } from './support/test.ts'
import { openDocument, runTo } from './support/ui.ts'

const test = base.extend<{ readonly oidc: OidcProvider; readonly oauth1: OAuth1Provider }>({
  oidc: async ({ app }, use) => {
    const provider = await startOidcProvider()
    await provider.register(`${app.url}/oauth/callback`)
    await use(provider)
    await provider.close()
  },
  oauth1: async ({}, use) => {
    const provider = await startOAuth1Provider()
    await use(provider)
    await provider.close()
  },
})

const NAME = 'Photos'

const calling = (): IntegrationDoc =>
  docOf({
    flows: [flow('Main', http('Call', { inputs: { url: literal('/me') }, slot: NAME }))],
    slots: [slot(NAME, 'http', seededKey(NAME))],
  })

const openCredentials = async (page: Page) => {
  await openConnections(page)
  await card(page, NAME).getByRole('button', { name: 'Connect', exact: true }).click()
  return credentialsDialog(page, NAME)
}

/** Enters the method's own secret, without which nobody is asked, and connects in the provider's window. */
async function connect(page: Page, label: string, secret: string, host: string): Promise<void> {
  const dialog = await openCredentials(page)
  const button = dialog.getByRole('button', { name: `Connect to ${host}` })
  await expect(button).toBeHidden()
  await dialog.getByLabel(label, { exact: true }).fill(secret)
  await dialog.getByRole('button', { name: 'Save credentials' }).click()
  const opening = page.context().waitForEvent('page')
  await button.click()
  await (await opening).getByRole('button', { name: 'Allow' }).click()
  await expect(toast(page, `${NAME} is connected`)).toBeVisible()
}

test.describe('consent with a secret of the auth method', () => {
  test('V14 OAuth 1.0a connects with three legs in the same window, and signs', async ({ page, oauth1 }) => {
    const { consumer, urls, apiUrl, host } = oauth1
    const settings = { flow: 'three-legged', signatureMethod: 'HMAC-SHA1', consumerKey: consumer.key, ...urls }
    await seedConnection(page, { name: NAME, type: 'oauth1', baseUrl: apiUrl, settings })
    await connect(page, 'Consumer secret', consumer.secret, host)
    await expect(fact(page, NAME, 'Test credentials')).toHaveText('Connected')
    await openDocument(page, calling())
    await runTo(page, 'Succeeded')
    expect(oauth1.asked).toEqual([
      { path: '/initiate', refusal: null },
      { path: '/token', refusal: null },
      { path: '/api/me', refusal: null },
    ])
  })

  test('V13 a client whose secret is not there is told what the provider says about it', async ({ page, oidc }) => {
    const { authorizationUrl, tokenUrl } = oidc.urls
    const settings = { grant: 'authorization-code', authorizationUrl, tokenUrl, clientId: oidc.client.id }
    await seedConnection(page, { name: NAME, baseUrl: oidc.apiUrl, settings: { ...settings, scopes: 'openid' } })
    const dialog = await openCredentials(page)
    const opening = page.context().waitForEvent('page')
    // There are clients without one, so it is not asked for.
    await dialog.getByRole('button', { name: `Connect to ${oidc.host}` }).click()
    const window = await opening
    await window.getByRole('button', { name: 'Allow' }).click()
    await expect(dialog.getByRole('alert')).toContainText('invalid_client')
    await expect(window.getByRole('alert')).toContainText('invalid_client')
  })

  test('V13 X10 client credentials need nobody: the secret is entered and the first request fetches the token', async ({
    page,
    oidc,
  }) => {
    const settings = { grant: 'client-credentials', tokenUrl: oidc.urls.tokenUrl, clientId: oidc.client.id }
    await seedConnection(page, { name: NAME, baseUrl: oidc.apiUrl, settings })
    await openConnections(page)
    await card(page, NAME).getByRole('button', { name: 'Edit test credentials' }).click()
    await saveCredentials(page, NAME, { 'Client secret': oidc.client.secret })
    // Saving tests the connection, and that is the first request: leaving the page before would throw its token away.
    await expect(card(page, NAME)).toContainText('expires in 59 minutes')
    await openDocument(page, calling())
    await runTo(page, 'Succeeded')
    expect(oidc.grants).toEqual([{ type: 'client_credentials', error: null }])
    await openConnections(page)
    await expect(card(page, NAME)).toContainText('Working')
    await expect(fact(page, NAME, 'Test credentials')).toHaveText('expires in 59 minutes, renewed by itself')
    const stored = await readStorage(page)
    const texts = [stored.indexedDb, stored.localStorage, stored.sessionStorage].join('\n')
    expect([oidc.client.secret, ...oidc.shown].filter((secret) => texts.includes(secret))).toEqual([])
  })
})
