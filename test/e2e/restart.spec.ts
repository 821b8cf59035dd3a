import { literal } from '#domain'
import { flowOf, http } from '../fixtures/doc-builder.ts'
import { expect, test } from './support/test.ts'
import { connectStep, expectSaved, node, openDocument, runTo } from './support/ui.ts'

test.use({ allow: async ({ realApi }, use) => use([realApi.host]) })

test('item 6 a local server restarted in between is reached again by itself: the page is not reloaded, nothing is entered again', async ({
  page,
  app,
  realApi,
}) => {
  await openDocument(page, flowOf(http('Call', { inputs: { url: literal('customers') } })))
  await connectStep(page, 'Call', {
    name: 'Shop',
    baseUrl: realApi.url,
    type: 'api-key',
    accessMode: 'relay',
    fields: { 'Header name': 'X-API-Key', 'API key': realApi.key },
  })
  await runTo(page, 'Succeeded')
  await expectSaved(page)
  await app.restart()
  await runTo(page, 'Succeeded')
  expect(realApi.requests.map(({ headers }) => headers['x-api-key'])).toEqual([realApi.key, realApi.key])
})

test('Bad input: a part that cannot be loaded leaves no empty page, and a reload goes on with everything', async ({
  page,
}) => {
  const dialogCode = /vault-dialog-[^/]*\.js$/
  await openDocument(page, flowOf(http('Call', { inputs: { url: literal('customers') } })))
  await expectSaved(page)
  await page.route(dialogCode, (route) => route.abort())
  await page.getByRole('button', { name: 'Vault', exact: true }).click()
  await expect(page.getByText('Something here could not be shown')).toBeVisible()
  await page.unroute(dialogCode)
  await page.getByRole('button', { name: 'Reload', exact: true }).click()
  await expect(node(page, 'Call')).toBeVisible()
  await page.getByRole('button', { name: 'Vault', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Vault', exact: true })).toBeVisible()
})
