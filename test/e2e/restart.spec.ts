import { literal } from '#domain'
import { flowOf, http } from '../fixtures/doc-builder.ts'
import { expect, test } from './support/test.ts'
import { connectStep, expectSaved, openDocument, runTo } from './support/ui.ts'

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
