import type { RealApi } from './support/real-api.ts'
import type { RecordedRequest } from './support/recorded-request.ts'
import {
  card,
  connectButton,
  credentialsDialog,
  expectConnection,
  fact,
  field,
  fillFields,
  openConnections,
  openForm,
  pickConnection,
  requesting,
  saveCredentials,
  toast,
} from './support/connections.ts'
import { exportedDocument } from './support/designer-page.ts'
import { readStorage } from './support/read-storage.ts'
import { expect, test } from './support/test.ts'
import { NOWHERE, withKey, withoutAuth, withToken } from './support/typed-connections.ts'
import {
  choose,
  connectStep,
  executions,
  expectSaved,
  failure,
  openDocument,
  openPicker,
  runTo,
  type TypedConnection,
} from './support/ui.ts'

const one = () => requesting({ Call: 'customers/1' })

/** Everything of a request that can carry a credential. */
const credentialsOf = ({ url, headers }: RecordedRequest) => ({
  url,
  authorization: headers.authorization,
  key: headers['x-api-key'],
  cookie: headers.cookie,
})

/** A way to authenticate: what a person types, and what the API must then see, no more and no less. */
interface Way {
  readonly typed: (api: RealApi) => Pick<TypedConnection, 'type' | 'fields' | 'insertIn'>
  readonly seen: (api: RealApi) => Partial<ReturnType<typeof credentialsOf>>
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

const WAYS: Readonly<Record<string, Way>> = {
  'V11 an API key in a header': {
    typed: ({ key }) => ({ type: 'api-key', fields: { 'Header name': 'X-API-Key', 'API key': key } }),
    seen: ({ key }) => ({ key }),
  },
  'V11 an API key in a header by a value template': {
    typed: ({ token }) => ({
      type: 'api-key',
      fields: { 'Header name': 'Authorization', 'Value template': 'Bearer ${key}', 'API key': token },
    }),
    seen: ({ token }) => ({ authorization: `Bearer ${token}` }),
  },
  'V11 an API key in the query': {
    typed: ({ key }) => ({
      type: 'api-key',
      insertIn: 'Query parameter',
      fields: { 'Parameter name': 'api_key', 'API key': key },
    }),
    seen: ({ key }) => ({ url: `/customers/1?api_key=${key}` }),
  },
  'a bearer token': {
    typed: ({ token }) => ({ type: 'bearer', fields: { Token: token } }),
    seen: ({ token }) => ({ authorization: `Bearer ${token}` }),
  },
  'V12 Basic': {
    typed: ({ basic }) => ({ type: 'basic', fields: { Username: basic.username, Password: basic.password } }),
    seen: ({ basic }) => ({ authorization: `Basic ${base64(`${basic.username}:${basic.password}`)}` }),
  },
}

const NOTHING = { url: '/customers/1', authorization: undefined, key: undefined, cookie: undefined }

test.describe('test credentials sign requests', () => {
  for (const [name, { typed, seen }] of Object.entries(WAYS)) {
    test(`${name} authenticates straight from the browser, and nothing else is sent (P21 V32)`, async ({
      page,
      realApiWithCors: api,
    }) => {
      await openDocument(page, one())
      await connectStep(page, 'Call', { name: 'Shop', baseUrl: api.url, ...typed(api) })
      await runTo(page, 'Succeeded')
      await expect(executions(page, 'Call')).toContainText('Succeeded')
      expect(api.requests.map(credentialsOf)).toEqual([{ ...NOTHING, ...seen(api) }])
    })

    test.describe('through the local server', () => {
      test.use({ allow: async ({ realApi }, use) => use([realApi.host]) })

      test(`${name} authenticates through the local server, and nothing else is sent (P21 V32)`, async ({
        page,
        realApi: api,
      }) => {
        await openDocument(page, one())
        await connectStep(page, 'Call', { name: 'Shop', baseUrl: api.url, accessMode: 'relay', ...typed(api) })
        await runTo(page, 'Succeeded')
        expect(api.requests.map(credentialsOf)).toEqual([{ ...NOTHING, ...seen(api) }])
      })
    })
  }

  test.describe('in a cookie', () => {
    test.use({ allow: async ({ realApi }, use) => use([realApi.host]) })

    test('V11 an API key in a cookie goes through the local server by itself, and nothing else is sent', async ({
      page,
      realApi: api,
    }) => {
      await openDocument(page, one())
      await connectStep(page, 'Call', {
        name: 'Shop',
        baseUrl: api.url,
        type: 'api-key',
        insertIn: 'Cookie',
        fields: { 'Cookie name': 'api_key', 'API key': api.key },
      })
      await runTo(page, 'Succeeded')
      expect(api.requests.map(credentialsOf)).toEqual([{ ...NOTHING, cookie: `api_key=${api.key}` }])
    })
  })

  for (const accessMode of ['direct', 'relay'] as const) {
    test.describe(`None, ${accessMode}`, () => {
      test.use({ allow: async ({ realApiWithCors }, use) => use([realApiWithCors.host]) })

      test(`V16 V47 None sends no header, token or parameter (${accessMode}), also after a connection that does`, async ({
        page,
        realApiWithCors: api,
      }) => {
        await openDocument(page, requesting({ Signed: 'customers/1', Call: 'customers/1' }))
        await connectStep(page, 'Signed', { ...withToken('Shop', api.url, api.token), accessMode })
        await connectStep(page, 'Call', { ...withoutAuth('Open', api.url), accessMode })
        await runTo(page, 'Failed')
        await expect(executions(page, 'Signed')).toContainText('Succeeded')
        await expect(failure(page)).toContainText('401')
        expect(api.requests.map(credentialsOf)).toEqual([{ ...NOTHING, authorization: `Bearer ${api.token}` }, NOTHING])
      })
    })
  }
})

test.describe('test credentials are asked for and changed', () => {
  test('P20 a connection made without credentials prompts for them, and they are used at once', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, one())
    await connectStep(page, 'Call', { name: 'Shop', baseUrl: api.url, type: 'bearer' })
    const prompt = page.getByRole('dialog', { name: 'Add test credentials for Shop' })
    await expect(field(prompt, 'Token')).toBeFocused()
    await expect(prompt).toContainText(api.url)
    await saveCredentials(page, 'Shop', { Token: api.token })
    await runTo(page, 'Succeeded')
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${api.token}`])
  })

  test('P20 no prompt comes up when the credentials were entered in the form, or none are needed', async ({ page }) => {
    await openDocument(page, requesting({ First: 'a', Second: 'b' }))
    await connectStep(page, 'First', withToken('Shop', NOWHERE, 'some-token'))
    await expect(toast(page, 'Shop is created')).toBeVisible()
    await connectStep(page, 'Second', withoutAuth('Open'))
    await expect(toast(page, 'Open is created')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('P22 P23 credentials changed in the picker, and then on the Connections page, are what the next run signs with', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, one())
    await connectStep(page, 'Call', withToken('Shop', api.url, 'expired-token'))
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('401')

    const picker = await openPicker(page, 'Call')
    await picker.getByRole('button', { name: 'Edit test credentials' }).click()
    await expect(field(credentialsDialog(page, 'Shop'), 'Token')).toHaveValue('')
    await expect(credentialsDialog(page, 'Shop')).toContainText('Set')
    await saveCredentials(page, 'Shop', { Token: api.token })
    await page.keyboard.press('Escape')
    await runTo(page, 'Succeeded')

    await openConnections(page)
    await card(page, 'Shop').getByRole('button', { name: 'Edit test credentials' }).click()
    await saveCredentials(page, 'Shop', { Token: 'another-token' })
    await fact(page, 'Shop', 'Used in').getByRole('link').click()
    await runTo(page, 'Failed')
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer expired-token',
      `Bearer ${api.token}`,
      'Bearer another-token',
    ])
  })

  test('P23 changed credentials hold for every step and integration that uses the connection', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, requesting({ First: 'customers', Second: 'orders' }))
    await connectStep(page, 'First', withKey('Shop', api.url, 'old-key'))
    await pickConnection(page, 'Second', 'Shop')
    const picker = await openPicker(page, 'Second')
    await picker.getByRole('button', { name: 'Edit test credentials' }).click()
    await saveCredentials(page, 'Shop', { 'API key': api.key })
    await page.keyboard.press('Escape')
    await runTo(page, 'Succeeded')
    expect(api.requests.map(({ headers }) => headers['x-api-key'])).toEqual([api.key, api.key])
  })

  test('C3 the test credentials are in IndexedDB, sealed, and nowhere else; after a reload they still sign', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, one())
    const form = await openForm(page, 'Call')
    await choose(page, form.getByRole('button', { name: /Authentication type$/ }), /^Basic/)
    const { username, password } = api.basic
    await fillFields(form, { 'Connection name': 'Shop', 'Base URL': api.url, Username: username, Password: password })
    await connectButton(form).click()
    await expectConnection(page, 'Call', 'Shop')
    await runTo(page, 'Succeeded')
    await expectSaved(page)

    const stored = await readStorage(page)
    // What is not secret is readable there: so this looks in the right place.
    expect(stored.indexedDb).toContain(api.url)
    expect(stored.credentials).toHaveLength(1)
    expect(stored.credentials[0]).toMatch(/"ciphertext":"[\w-]{20,}"/)
    const doc = JSON.stringify(await exportedDocument(page))
    const screen = await page.evaluate(
      () =>
        document.documentElement.outerHTML +
        [...document.querySelectorAll('input')].map(({ value }) => value).join(' '),
    )
    const places = { ...stored, credentials: stored.credentials.join(' '), doc, screen, address: page.url() }
    for (const secret of [
      password,
      base64(password),
      base64(`${username}:${password}`),
      Buffer.from(password).toString('base64url'),
      Buffer.from(password).toString('hex'),
    ]) {
      expect(
        Object.entries(places)
          .filter(([, text]) => text.includes(secret))
          .map(([place]) => place),
      ).toEqual([])
    }

    await page.reload()
    await runTo(page, 'Succeeded')
    expect(api.requests).toHaveLength(2)
  })
})
