import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { literal } from '#domain'
import { flowOf, http } from '../fixtures/doc-builder.ts'
import type { AppServer } from './support/app-server.ts'
import { canaries, otherCanaries, wordOf, type Canary } from './support/canaries.ts'
import { exercise, exercises, formEncoded, formsOf, keyOf } from './support/exercise-canaries.ts'
import { startMirrorApi, type MirrorApi } from './support/mirror-api.ts'
import { readStorage } from './support/read-storage.ts'
import { expect, test as base } from './support/test.ts'
import { withToken } from './support/typed-connections.ts'
import {
  connectStep,
  executions,
  expectSaved,
  failure,
  node,
  openDocument,
  openPicker,
  openTab,
  runner,
  runTo,
} from './support/ui.ts'

const test = base.extend<{ readonly mirror: MirrorApi }>({
  mirror: async ({}, use) => {
    const mirror = await startMirrorApi()
    await use(mirror)
    await mirror.close()
  },
  allow: async ({ mirror }, use) => use([mirror.host]),
})

/** Keeps what reaches the page by messages: from its workers, from other tabs. */
async function recordMessages(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const received: string[] = []
    // oxlint-disable-next-line typescript/unbound-method -- called on its target below
    const { addEventListener } = EventTarget.prototype
    EventTarget.prototype.addEventListener = function recorded(type, listener, options) {
      if (type === 'message') {
        addEventListener.call(this, type, (event) => {
          if (event instanceof MessageEvent) received.push(JSON.stringify(event.data) ?? '')
        })
      }
      addEventListener.call(this, type, listener, options)
    }
    Object.assign(window, { received })
  })
  return () => page.evaluate(() => (window as unknown as { received: string[] }).received.join('\n'))
}

const screenOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
    return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n')
  })

/** Names the places in which a secret stands, and in which form; never the secret itself. */
function findings(all: readonly Canary[], places: Readonly<Record<string, string>>): readonly string[] {
  return all.flatMap(({ secrets, connection: { name } }) =>
    secrets.flatMap((secret, number) =>
      [...formsOf(secret), ...formsOf(formEncoded(secret))].flatMap((form, index) =>
        Object.entries(places).flatMap(([place, text]) =>
          text.includes(form) ? [`${name}, secret ${number}, form ${index}: in ${place}`] : [],
        ),
      ),
    ),
  )
}

/** Brings an execution into view: the list draws only what can be seen. */
async function scrollTo(page: Page, step: string): Promise<void> {
  await executions(page).first().hover()
  await page.mouse.wheel(0, -10_000)
  await expect(async () => {
    if ((await executions(page, step).count()) > 0) return
    await page.mouse.wheel(0, 200)
    throw new Error(`${step} is not in view yet`)
  }).toPass()
}

interface Search {
  readonly page: Page
  readonly context: BrowserContext
  readonly app: AppServer
  readonly mirror: MirrorApi
  readonly all: readonly Canary[]
  /** Steps of the flow and what is looked at of them: a secret was there and is not shown. */
  readonly looks: readonly (readonly [step: string, tab: 'Input' | 'Output' | 'Logs'])[]
  /** How many credentials belong to auth methods. */
  readonly ofMethods: number
}

/** So many nodes are in view at once; what is not is not drawn. */
const IN_VIEW = 4

/** Uses every canary in every way, and gives where one of them was found. */
async function searchEverywhere({ page, context, app, mirror, all, looks, ofMethods }: Search) {
  const messages = await recordMessages(page)
  const said: string[] = []
  const urls: string[] = []
  context.on('console', (message) => said.push(message.text()))
  context.on('request', (request) => urls.push(request.url()))

  // Connections are made on nodes; the flow that uses them finds them by their stable keys.
  const screens: string[] = []
  for (let first = 0; first < all.length; first += IN_VIEW) {
    const few = all.slice(first, first + IN_VIEW)
    await openDocument(page, flowOf(...few.map(({ connection: { name } }) => http(`Use ${name}`))))
    for (const { connection } of few) {
      await connectStep(page, `Use ${connection.name}`, connection)
      screens.push(await screenOf(page))
    }
    await expectSaved(page)
  }
  const last = all.at(-1)?.connection.name ?? ''
  const picker = await openPicker(page, `Use ${last}`)
  await picker.getByRole('button', { name: 'Edit test credentials' }).click()
  await expect(page.getByRole('dialog', { name: `Test credentials of ${last}` })).toBeVisible()
  screens.push(await screenOf(page))

  await openDocument(page, exercises(all))
  await runTo(page, 'Failed')
  const count = 2 + all.flatMap(exercise).length
  await expect(runner(page).getByRole('status').first()).toContainText(`${count} steps`)
  await executions(page).first().getByRole('button').click()
  for (let position = 1; position <= count; position += 1) {
    await expect(executions(page).locator('[aria-pressed="true"]')).toBeFocused()
    screens.push(await screenOf(page))
    await page.keyboard.press('ArrowDown')
  }
  await expect(executions(page, 'Give up')).toContainText('Failed')
  for (const [step, tab] of looks) {
    await scrollTo(page, step)
    await executions(page, step).getByRole('button').click()
    await expect(await openTab(page, tab)).toContainText('[redacted]')
    screens.push(await screenOf(page))
  }
  await node(page, `Encode ${wordOf(all[0])}`).click({ position: { x: 24, y: 12 } })
  await expect(page.getByRole('region', { name: 'Step settings' })).toContainText('Fields')
  screens.push(await screenOf(page))

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const exported = await readFile(await (await downloading).path(), 'utf8')
  expect(exported).toContain(keyOf(all[0]?.connection.name ?? ''))
  await expectSaved(page)
  const received = await messages()
  await page.reload()
  await page.getByRole('button', { name: 'Test runner', exact: true }).click()
  await expect(runner(page)).toContainText(`${count} steps`)
  screens.push(await screenOf(page))
  const stored = await readStorage(page)

  // They were really used: what can arrive at the API did, and what was said back was hidden.
  const missing = all.flatMap(({ secrets, unsent = [], connection: { name } }) =>
    secrets
      .filter((secret) => !unsent.includes(secret))
      .flatMap((secret, index) => {
        const pairs = [`ada:${secret}`, `canary:${formEncoded(secret)}`]
        const forms = formsOf(secret).concat(pairs.map((pair) => Buffer.from(pair).toString('base64')))
        return mirror.arrived.some((head) => forms.some((form) => head.includes(form)))
          ? []
          : [`${name}, secret ${index}`]
      }),
  )
  expect(missing).toEqual([])
  expect(stored.credentials).toHaveLength(all.length + ofMethods)
  expect(received.length).toBeGreaterThan(1000)

  // A query parameter is what that auth type demands; it goes to the API alone.
  const elsewhere = urls.filter((url) => !url.startsWith(mirror.url))
  const atMirror = urls.filter((url) => url.startsWith(mirror.url) && !url.includes('canary_key='))
  return findings(all, {
    ...stored,
    credentials: stored.credentials.join('\n'),
    screens: screens.join('\n'),
    console: said.join('\n'),
    received,
    exported,
    server: app.output(),
    addresses: [...elsewhere, ...atMirror, page.url()].join('\n'),
  })
}

/** What a search everywhere begins with, by its title. */
const SEARCHES: Readonly<
  Record<string, Pick<Search, 'looks' | 'ofMethods'> & { readonly of: (mirror: MirrorApi) => readonly Canary[] }>
> = {
  'X10 C3 canaries in every secret field, used, echoed, failed with and exported, are found nowhere': {
    of: canaries,
    looks: [
      ['Log header', 'Logs'],
      ['Send on query', 'Input'],
      ['Encode basic', 'Output'],
    ],
    ofMethods: 0,
  },
  'X10 C3 canaries of every other auth type, tokens they are given included, are found nowhere': {
    of: otherCanaries,
    looks: [
      ['Log cookie', 'Logs'],
      ['Encode client', 'Output'],
      ['Send on oauth1', 'Input'],
      ['Log custom', 'Logs'],
    ],
    ofMethods: 2,
  },
}

test.describe('X10 secrets', () => {
  for (const [title, { of, ...rest }] of Object.entries(SEARCHES)) {
    test(title, async ({ page, context, app, mirror }) => {
      test.setTimeout(240_000)
      expect(await searchEverywhere({ page, context, app, mirror, all: of(mirror), ...rest })).toEqual([])
    })
  }

  test('X10 an absolute URL of another origin is refused with a connection, never sent with or without its key', async ({
    page,
    mirror,
    realApiWithCors: other,
  }) => {
    await openDocument(page, flowOf(http('Call', { inputs: { url: literal(`${other.url}/customers`) } })))
    await connectStep(page, 'Call', withToken('Bound', mirror.url, 'a-token-that-stays-here'))
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText(`The credentials of Bound may not go to ${other.url}`)
    await expect(failure(page)).toContainText('Use a path below the base URL')
    expect(other.requests).toEqual([])
    expect(mirror.arrived).toEqual([])
  })
})
