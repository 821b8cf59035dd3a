import type { Page } from '@playwright/test'
import { literal, type IntegrationDoc } from '#domain'
import { expr, flowOf, http, type ActionOptions } from '../fixtures/doc-builder.ts'
import { expect, test } from './support/test.ts'
import {
  connectStep,
  executions,
  expectRun,
  expectSaved,
  failure,
  node,
  openDocument,
  runTo,
  startRun,
  type TypedConnection,
} from './support/ui.ts'

/** A flow of one request, `Call`. */
const calling = (url: string, inputs: ActionOptions['inputs'] = {}): IntegrationDoc =>
  flowOf(http('Call', { inputs: { url: literal(url), ...inputs } }))

/** Runs a flow that fails at `Call`, and checks that the step is named where a person looks. */
async function failAtCall(page: Page): Promise<void> {
  await runTo(page, 'Failed')
  await expect(executions(page, 'Call')).toContainText('Failed')
  await expect(node(page, 'Call')).toHaveAccessibleDescription(/Failed/)
  await expect(failure(page)).toBeVisible()
}

const keyConnection = (name: string, baseUrl: string, key: string): TypedConnection => ({
  name,
  baseUrl,
  type: 'api-key',
  fields: { 'Header name': 'X-API-Key', 'API key': key },
})

test.describe('item 6: answers that are failures', () => {
  test('item 6 401: says that the credentials were not accepted; entering others makes the next run succeed', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, calling('customers'))
    await connectStep(page, 'Call', keyConnection('Shop', api.url, 'not-the-key-of-it'))
    await failAtCall(page)
    await expect(failure(page)).toContainText('401 Unauthorized: the API did not accept the credentials')

    await failure(page).getByRole('button', { name: 'Edit test credentials' }).click()
    const dialog = page.getByRole('dialog', { name: 'Test credentials of Shop' })
    await dialog.getByLabel('API key', { exact: true }).fill(api.key)
    await dialog.getByRole('button', { name: 'Save credentials' }).click()
    await expect(dialog).toBeHidden()
    await runTo(page, 'Succeeded')
    expect(api.requests.map(({ headers }) => headers['x-api-key'])).toEqual(['not-the-key-of-it', api.key])
  })

  test('item 6 bad JSON: says where it breaks and how it begins', async ({ page, oddApi }) => {
    await openDocument(page, calling(`${oddApi.url}/bad-json`))
    await failAtCall(page)
    await expect(failure(page)).toContainText('The answer says it is JSON and is not: it breaks at character 15')
    await expect(failure(page)).toContainText('{"items": [1, 2')
    await failure(page).getByRole('button', { name: 'Open step settings' }).click()
    await expect(page.getByRole('region', { name: 'Step settings' })).toContainText('URL')
  })

  test('item 6 HTML where JSON was expected: says so and shows its beginning as text', async ({ page, oddApi }) => {
    await openDocument(page, calling(`${oddApi.url}/html`, { expect: literal('json') }))
    await failAtCall(page)
    await expect(failure(page)).toContainText('A web page came where JSON was expected')
    await expect(failure(page)).toContainText('<h1>Sign in</h1>')
    await expect(page.getByRole('heading', { name: 'Sign in' })).toHaveCount(0)
  })

  test('item 6 a gzip bomb: only its beginning is read, the step says so, and the page stays responsive', async ({
    page,
    oddApi,
  }) => {
    await openDocument(page, calling(`${oddApi.url}/bomb`))
    await failAtCall(page)
    await expect(failure(page)).toContainText('The answer is larger than 10 MB')
    await page.getByRole('textbox', { name: 'Integration name' }).fill('Still responsive')
    await expectSaved(page)
  })

  test.describe('through the local server', () => {
    test.use({ allow: async ({ oddApi }, use) => use([oddApi.host]) })

    test('item 6 a gzip bomb through the local server: only its beginning is read, and the server goes on', async ({
      page,
      oddApi,
    }) => {
      await openDocument(page, calling('bomb'))
      await connectStep(page, 'Call', { name: 'Bomb', baseUrl: oddApi.url, type: 'none', accessMode: 'relay' })
      await failAtCall(page)
      await expect(failure(page)).toContainText('The answer is larger than 10 MB')
      expect((await page.request.get('/demo/customers')).ok()).toBe(true)
    })
  })
})

test.describe('item 6: no answer', () => {
  test('item 6 timeout: a step that waits for an answer gives up after its own timeout', async ({ page, oddApi }) => {
    await openDocument(page, calling(`${oddApi.url}/never`, { timeoutSeconds: literal(1) }))
    await failAtCall(page)
    await expect(failure(page)).toContainText('No answer came in time')
    await expect(failure(page)).toContainText('Raise the timeout of the step')
  })

  test('item 6 timeout: an answer that begins and stalls is given up as well', async ({ page, oddApi }) => {
    await openDocument(page, calling(`${oddApi.url}/stalls`, { timeoutSeconds: literal(1) }))
    await failAtCall(page)
    await expect(failure(page)).toContainText('No answer came in time')
  })

  test.describe('with the address allowed', () => {
    test.use({ allow: async ({ closedAddress }, use) => use([closedAddress.host]) })

    test('item 6 connection refused: the page cannot tell, the local server can', async ({ page, closedAddress }) => {
      await openDocument(page, calling(`${closedAddress.url}/customers`))
      await failAtCall(page)
      await expect(failure(page)).toContainText(`The browser got no answer from ${closedAddress.host}`)
      await failure(page).getByRole('button', { name: 'Ask the local server why' }).click()
      await expect(failure(page).getByRole('status')).toContainText(
        `Nothing listens at ${closedAddress.host}: the connection was refused`,
      )
      await expect(failure(page).getByRole('button', { name: 'Send through the local server' })).toHaveCount(0)
    })

    test('item 6 connection refused, through the local server: says so at once', async ({ page, closedAddress }) => {
      await openDocument(page, calling('customers'))
      const base = keyConnection('Closed', closedAddress.url, 'a-key-nobody-asks-for')
      await connectStep(page, 'Call', { ...base, accessMode: 'relay' })
      await failAtCall(page)
      await expect(failure(page)).toContainText(`Nothing listens at ${closedAddress.host}: the connection was refused`)
      await expect(failure(page)).toContainText('Start the service, or check the port')
    })
  })

  test.describe('with the API allowed', () => {
    test.use({ allow: async ({ realApi }, use) => use([realApi.host]) })

    test('item 6 CORS: the local server says why, and the run succeeds through it', async ({ page, realApi }) => {
      await openDocument(page, calling('customers/1'))
      await connectStep(page, 'Call', keyConnection('Closed to pages', realApi.url, realApi.key))
      await failAtCall(page)
      await expect(failure(page)).toContainText(`The browser got no answer from ${realApi.host}`)
      await expect(failure(page)).toContainText('CORS')

      await failure(page).getByRole('button', { name: 'Ask the local server why' }).click()
      await expect(failure(page).getByRole('status')).toContainText('does not allow pages of other origins to read it')
      expect(realApi.requests.filter(({ headers }) => headers['x-api-key'] === realApi.key)).toEqual([])

      await failure(page).getByRole('button', { name: 'Send through the local server' }).click()
      await expect(page.getByText('Closed to pages now goes through the local server')).toBeVisible()
      await runTo(page, 'Succeeded')
      expect(realApi.requests.at(-1)).toMatchObject({ url: '/customers/1', headers: { 'x-api-key': realApi.key } })
    })

    test('item 6 CORS without a connection: says that one is needed to go through the local server', async ({
      page,
      realApi,
    }) => {
      await openDocument(page, calling(`${realApi.url}/customers`))
      await failAtCall(page)
      await failure(page).getByRole('button', { name: 'Ask the local server why' }).click()
      await expect(failure(page).getByRole('status')).toContainText('does not allow pages of other origins to read it')
      await expect(failure(page)).toContainText('Choose a connection on the step')
    })
  })

  test('item 6 blocked by the egress guard: names the address and the option, and copies it', async ({
    page,
    context,
    realApi,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openDocument(page, calling('customers'))
    await connectStep(page, 'Call', { ...keyConnection('Inside', realApi.url, realApi.key), accessMode: 'relay' })
    await failAtCall(page)
    await expect(failure(page)).toContainText(`The local server does not call private addresses: ${realApi.host}`)
    await expect(failure(page)).toContainText(`--allow ${realApi.host}`)
    await failure(page).getByRole('button', { name: 'Copy the option' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`--allow ${realApi.host}`)
    expect(realApi.requests).toEqual([])
  })
})

test.describe('item 6: redirects to another origin', () => {
  test('X10 straight from the browser: the key does not follow', async ({ page, redirectingApi: api }) => {
    await openDocument(page, calling('customers'))
    await connectStep(page, 'Call', keyConnection('Moved', api.url, 'a-key-that-stays-here'))
    await failAtCall(page)
    await expect(failure(page)).toContainText(`The browser got no answer from ${api.host}`)
    await expect(failure(page)).toContainText('redirects')
    expect(api.requests.at(-1)?.headers['x-api-key']).toBe('a-key-that-stays-here')
    expect(api.elsewhere.requests).toEqual([])
  })

  test.describe('through the local server', () => {
    test.use({ allow: async ({ redirectingApi: api }, use) => use([api.host, api.elsewhere.host]) })

    test('X10 the key does not follow, and the other origin is named', async ({ page, redirectingApi: api }) => {
      await openDocument(page, calling('customers'))
      const moved = keyConnection('Moved', api.url, 'a-key-that-stays-here')
      await connectStep(page, 'Call', { ...moved, accessMode: 'relay' })
      await failAtCall(page)
      await expect(failure(page)).toContainText(`The API redirects to ${api.elsewhere.url}`)
      await expect(failure(page)).toContainText('make it the base URL of the connection')
      expect(api.requests.at(-1)?.headers['x-api-key']).toBe('a-key-that-stays-here')
      expect(api.elsewhere.requests).toEqual([])
    })
  })

  test('X10 without a secret a redirect is followed', async ({ page, redirectingApi: api }) => {
    await openDocument(page, calling(`${api.url}/customers`))
    await runTo(page, 'Succeeded')
    expect(api.elsewhere.requests).toHaveLength(1)
  })
})

test.describe('Bad input', () => {
  test('Bad input: a header value with a newline from an expression is refused before sending', async ({
    page,
    realApiWithCors: api,
  }) => {
    const headers = {
      kind: 'fields',
      rows: [{ key: 'X-Note', value: expr('"one\\r\\nX-API-Key: " & "smuggled"') }],
    } as const
    await openDocument(page, calling(`${api.url}/customers`, { headers }))
    await startRun(page)
    await expectRun(page, 'Failed')
    await expect(failure(page)).toContainText('The header “X-Note” holds a line break and was not sent')
    await expect(failure(page)).toContainText('it would smuggle in another header')
    expect(api.requests).toEqual([])
  })
})
