import type { Page } from '@playwright/test'
import { sign, verify } from '@octokit/webhooks-methods'
import { createHmac } from 'node:crypto'
import type { JsonObject } from '#base'
import { dropdown, expectConnection, fillFields, openForm, toast } from './support/connections.ts'
import { exportedDocument, input, newIntegration, selectStep, settings } from './support/designer-page.ts'
import { readStorage } from './support/read-storage.ts'
import { expect, test } from './support/test.ts'
import { choose, executions, failure, node, openTab, runTo } from './support/ui.ts'

const TRIGGER = 'Webhook trigger'
const SECRET = 'It is a Secret to Everybody: é-5f0c'

/** What a webhook trigger gives, as a test payload holds it. */
interface Delivery extends JsonObject {
  readonly headers: Readonly<Record<string, string>>
  readonly rawBody: string
}

/** A new integration that a webhook starts, with its trigger selected. */
async function startWithWebhook(page: Page): Promise<void> {
  await newIntegration(page)
  await selectStep(page, 'Start')
  await settings(page).getByRole('button', { name: 'Replace trigger' }).click()
  await page.getByRole('menuitem', { name: TRIGGER }).click()
  await expect(node(page, TRIGGER)).toBeVisible()
}

/** Makes a connection that verifies GitHub's webhooks, on the trigger's node. */
async function connectGitHub(page: Page, name = 'GitHub', secret = SECRET): Promise<void> {
  const form = await openForm(page, TRIGGER)
  await fillFields(form, { 'Connection name': name, 'Webhook secret': secret })
  await form.getByRole('button', { name: 'Connect', exact: true }).click()
  await expectConnection(page, TRIGGER, name)
}

/** Makes a connection for a sender of a person's own making, whose signature holds the time. */
async function connectCustom(page: Page): Promise<void> {
  const form = await openForm(page, TRIGGER)
  await form.getByRole('button', { name: 'Auth method' }).first().click()
  await choose(page, dropdown(form, 'Auth method'), 'New auth method')
  await expect(dropdown(form, 'Authentication type')).toContainText('HMAC')
  await choose(page, dropdown(form, 'Signed by'), /^Another/)
  await form.getByRole('button', { name: 'More options', exact: true }).click()
  await fillFields(form, {
    'Auth method name': 'Own signature',
    'Signature header': 'X-Sig',
    Prefix: 'v1=',
    'Signed content': '${timestamp}.${body}',
    'Timestamp header': 'X-Sig-Time',
    'Connection name': 'Shop',
    'Webhook secret': SECRET,
  })
  await form.getByRole('button', { name: 'Connect', exact: true }).click()
  await expectConnection(page, TRIGGER, 'Shop')
}

const addPayload = (page: Page) => settings(page).getByRole('button', { name: 'Add payload' }).click()

async function signPayload(page: Page, connection: string): Promise<void> {
  await settings(page).getByRole('button', { name: 'Sign payload' }).click()
  await expect(toast(page, `Signed with ${connection}`).first()).toBeVisible()
}

/** The test payload as the editor shows it. */
const shownPayload = async (page: Page): Promise<Delivery> =>
  JSON.parse((await input(page, 'Payload').textContent()) ?? '') as Delivery

const typePayload = (page: Page, payload: JsonObject) => input(page, 'Payload').fill(JSON.stringify(payload))

/** A delivery of GitHub's, signed by the package of those who send them. */
async function fromGitHub(secret: string): Promise<Delivery> {
  const issue = { action: 'opened', issue: { number: 7, title: 'Größe stimmt nicht 📦' } }
  const rawBody = JSON.stringify(issue, null, 2)
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': 'issues',
      'X-Hub-Signature-256': await sign(secret, rawBody),
    },
    query: {},
    body: issue,
    rawBody,
  }
}

/** A delivery of the custom sender, signed so many seconds ago. */
function fromShop(secondsAgo: number): Delivery {
  const rawBody = '{"order":17}'
  const time = String(Math.floor(Date.now() / 1000) - secondsAgo)
  const signature = createHmac('sha256', SECRET).update(`${time}.${rawBody}`).digest('hex')
  return { headers: { 'X-Sig': `v1=${signature}`, 'X-Sig-Time': time }, body: { order: 17 }, rawBody }
}

const expectTrigger = (page: Page, status: 'Succeeded' | 'Failed') =>
  expect(executions(page, TRIGGER)).toContainText(status)

test.describe('a webhook trigger', () => {
  test('V15 X16 verifies a signed payload, and refuses it when one byte of its raw body is another', async ({
    page,
  }) => {
    await startWithWebhook(page)
    await connectGitHub(page)
    await addPayload(page)
    await signPayload(page, 'GitHub')
    const { headers, rawBody, ...rest } = await shownPayload(page)
    expect(await verify(SECRET, rawBody, headers['x-hub-signature-256'] ?? '')).toBe(true)
    await runTo(page, 'Succeeded')
    await expectTrigger(page, 'Succeeded')

    await typePayload(page, {
      ...rest,
      headers,
      body: { event: 'order.created', id: 43 },
      rawBody: rawBody.replace('42', '43'),
    })
    await runTo(page, 'Failed')
    await expectTrigger(page, 'Failed')
    await expect(failure(page)).toContainText('The signature in x-hub-signature-256 does not fit the raw body')
    await expect(failure(page)).toContainText('sign a test payload again')

    await signPayload(page, 'GitHub')
    await runTo(page, 'Succeeded')
  })

  test('X16 verifies a delivery that the sender’s own package signed, and refuses one signed with another secret', async ({
    page,
  }) => {
    await startWithWebhook(page)
    await connectGitHub(page)
    await addPayload(page)
    await typePayload(page, await fromGitHub(SECRET))
    await runTo(page, 'Succeeded')
    await executions(page, TRIGGER).click()
    await expect(await openTab(page, 'Output')).toContainText('Größe stimmt nicht 📦')

    await typePayload(page, await fromGitHub(`${SECRET}?`))
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('signed with another secret')
  })

  test('V15 X16 refuses what was signed too long ago by a sender of one’s own making, and verifies what is signed again', async ({
    page,
  }) => {
    await startWithWebhook(page)
    await connectCustom(page)
    await addPayload(page)
    await typePayload(page, fromShop(10))
    await runTo(page, 'Succeeded')

    await typePayload(page, fromShop(3600))
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText(/was signed 36\d\d seconds ago; 300 are allowed/)
    await expect(failure(page)).toContainText('sign the test payload again with “Sign payload”')
    await failure(page).getByRole('button', { name: 'Open step' }).click()
    await signPayload(page, 'Shop')
    await runTo(page, 'Succeeded')
    await expectTrigger(page, 'Succeeded')
  })

  test('X16 says what an unsigned or incomplete payload lacks, and helps when body and raw body are not the same', async ({
    page,
  }) => {
    await startWithWebhook(page)
    await connectGitHub(page)
    await addPayload(page)
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('no header x-hub-signature-256')
    await typePayload(page, { headers: {}, query: {} })
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('no text as rawBody')

    await typePayload(page, { headers: {}, body: { n: 2 }, rawBody: '{"n":1}' })
    await settings(page).getByRole('button', { name: 'Use body as raw body' }).click()
    await signPayload(page, 'GitHub')
    expect(await shownPayload(page)).toMatchObject({ body: { n: 2 }, rawBody: '{"n":2}' })
    await runTo(page, 'Succeeded')
  })

  test('V15 starts without verification where it has no connection', async ({ page }) => {
    await startWithWebhook(page)
    await addPayload(page)
    await typePayload(page, { headers: {}, body: 1 })
    await runTo(page, 'Succeeded')
  })

  test('V15 C3 the secret is nowhere on the page, in what is stored or in the document', async ({ page }) => {
    await startWithWebhook(page)
    await connectGitHub(page)
    await addPayload(page)
    await signPayload(page, 'GitHub')
    await runTo(page, 'Succeeded')
    await typePayload(page, await fromGitHub('other'))
    await runTo(page, 'Failed')
    const { credentials, ...stored } = await readStorage(page)
    expect(credentials).toHaveLength(1)
    const fields = await page
      .locator('input, textarea')
      .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))
    const everything = [
      await page.content(),
      page.url(),
      JSON.stringify(fields),
      JSON.stringify(await exportedDocument(page)),
      ...credentials,
      ...Object.values(stored),
    ].join('\n')
    for (const form of [SECRET, Buffer.from(SECRET).toString('base64'), encodeURIComponent(SECRET)]) {
      expect(everything.includes(form)).toBe(false)
    }
  })
})
