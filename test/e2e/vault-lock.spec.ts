import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { literal } from '#domain'
import { docOf, ENDLESS, flow, http, log } from '../fixtures/doc-builder.ts'
import {
  card,
  credentialsDialog,
  field,
  fillFields,
  openConnections,
  requesting,
  toast,
} from './support/connections.ts'
import { listenLocally, type LocalListener } from './support/local-listener.ts'
import { readStorage } from './support/read-storage.ts'
import { expect, test as base } from './support/test.ts'
import { withKey, withToken } from './support/typed-connections.ts'
import {
  connectStep,
  executions,
  expectRun,
  expectSaved,
  failure,
  node,
  openDocument,
  openFlow,
  runTo,
  startRun,
} from './support/ui.ts'

const PASSPHRASE = 'correct horse battery'
const NEXT = 'battery staple horse'

/** Something that happens once, and whoever waits for it. */
function signal() {
  let happen: () => void = () => undefined
  const happened = new Promise<void>((resolve) => {
    happen = resolve
  })
  return { happened, happen: () => happen() }
}

/** An API that answers the first request only when it is told to. */
interface SlowApi extends LocalListener {
  /** Resolves when a request has arrived. */
  readonly arrived: Promise<void>
  readonly answer: () => void
}

const test = base.extend<{ readonly slowApi: SlowApi }>({
  slowApi: async ({}, use) => {
    const [arrived, told] = [signal(), signal()]
    const listener = await listenLocally((request, response) => {
      response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', '*')
      if (request.method === 'OPTIONS') return void response.writeHead(204).end()
      arrived.happen()
      void told.happened.then(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
    })
    await use({ ...listener, arrived: arrived.happened, answer: told.happen })
    told.happen()
    await listener.close()
  },
})

const openVault = (page: Page): Locator => page.getByRole('button', { name: 'Vault', exact: true })
const lockedVault = (page: Page): Locator => page.getByRole('button', { name: 'Vault locked', exact: true })
const unlockDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Unlock the vault' })
const vaultDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Vault', exact: true })

/** Makes the integration of a template, whose connection has the demo API's key. */
async function useTemplate(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Use template Customer digest' }).click()
  await expect(node(page, 'Start')).toBeVisible()
}

async function submitPassphrases(dialog: Locator, action: string, fields: Readonly<Record<string, string>>) {
  await fillFields(dialog, fields)
  await dialog.getByRole('button', { name: action, exact: true }).click()
}

/** Sets a passphrase from wherever the person is, and closes the dialog. */
async function protect(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await openVault(page).click()
  await vaultDialog(page).getByRole('button', { name: 'Set passphrase' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set passphrase' })
  await submitPassphrases(dialog, 'Set passphrase', { 'New passphrase': passphrase, 'Repeat passphrase': passphrase })
  await vaultDialog(page).getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(vaultDialog(page)).toBeHidden()
}

const lockNow = async (page: Page) => {
  await openVault(page).click()
  await vaultDialog(page).getByRole('button', { name: 'Lock now' }).click()
}

const unlock = (page: Page, passphrase = PASSPHRASE) =>
  submitPassphrases(unlockDialog(page), 'Unlock', { Passphrase: passphrase })

/** Writes a setting past the application, as nothing on a screen offers it. */
async function writeSetting(page: Page, key: string, value: number): Promise<void> {
  await page.evaluate(
    async ([settingKey, settingValue]) => {
      const request = indexedDB.open('patchbay')
      const database = await new Promise<IDBDatabase>((resolve) =>
        request.addEventListener('success', () => resolve(request.result)),
      )
      const writing = database.transaction('settings', 'readwrite')
      writing.objectStore('settings').put({ key: settingKey, value: settingValue })
      await new Promise((resolve) => writing.addEventListener('complete', resolve))
      database.close()
    },
    [key, value] as const,
  )
}

test.describe('the vault with a passphrase', () => {
  test('X10 is locked by a reload, asks where a run needs it, and the run goes on by itself', async ({ page }) => {
    await useTemplate(page)
    const before = (await readStorage(page)).indexedDb
    expect(before).toContain('deviceKey')
    await protect(page)
    const after = (await readStorage(page)).indexedDb
    expect(after).not.toContain('deviceKey')
    expect(after).not.toContain(PASSPHRASE)
    await runTo(page, 'Succeeded')
    await page.reload()
    await expect(lockedVault(page)).toBeVisible()
    // Designing goes on without it.
    await page.getByRole('textbox', { name: 'Integration name' }).fill('Renamed while locked')
    await page.keyboard.press('Enter')
    await expectSaved(page)

    await startRun(page)
    const passphrase = field(unlockDialog(page), 'Passphrase')
    await expect(passphrase).toBeFocused()
    await page.keyboard.type('not the passphrase')
    await page.keyboard.press('Enter')
    await expect(unlockDialog(page)).toContainText('That is not the passphrase')
    await expect(passphrase).toBeFocused()
    // The wrong one is selected: typing replaces it.
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(unlockDialog(page)).toBeHidden()
    await expect(openVault(page)).toBeVisible()
    await expectRun(page, 'Succeeded')
  })

  test('X10 X06 stays unlocked when an endless expression kills the runner, and the next run signs with it', async ({
    page,
    realApiWithCors: api,
  }) => {
    const call = http('Call', { inputs: { url: literal('customers') } })
    await openDocument(page, docOf({ flows: [flow('Main', call), flow('Endless', log('Spin', ENDLESS))] }))
    await connectStep(page, 'Call', withKey('Shop', api.url, api.key))
    await protect(page)
    await openFlow(page, 'Endless')
    await startRun(page)
    await expect(executions(page, 'Spin')).toContainText('Running')
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await expectRun(page, 'Cancelled')
    await expect(openVault(page)).toBeVisible()
    await openFlow(page, 'Main')
    await runTo(page, 'Succeeded')
    await expect(unlockDialog(page)).toBeHidden()
    expect(api.requests.at(-1)?.headers['x-api-key']).toBe(api.key)
  })

  test('X10 does not run while it stays locked', async ({ page }) => {
    await useTemplate(page)
    await protect(page)
    await lockNow(page)
    await startRun(page)
    await expect(field(unlockDialog(page), 'Passphrase')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(unlockDialog(page)).toBeHidden()
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused()
    await expect(executions(page)).toHaveCount(0)
  })

  test('X10 is locked in the other tab within a second, also for a run under way there', async ({
    page,
    context,
    slowApi,
  }) => {
    await openDocument(page, requesting({ First: 'one', Second: 'two' }))
    await connectStep(page, 'First', withToken('Slow', slowApi.url, 'token-4711'))
    await connectStep(page, 'Second', withToken('Slow again', slowApi.url, 'token-4711'))
    await expectSaved(page)
    await protect(page)
    const other = await context.newPage()
    await other.goto('/connections')
    await expect(lockedVault(other)).toBeVisible()
    await lockedVault(other).click()
    await unlock(other)
    await expect(openVault(other)).toBeVisible()

    await startRun(page)
    await slowApi.arrived
    await lockNow(other)
    await expect(lockedVault(page)).toBeVisible({ timeout: 1000 })
    slowApi.answer()
    await expectRun(page, 'Failed')
    await expect(executions(page, 'First')).toContainText('Succeeded')
    await expect(failure(page)).toContainText('The vault is locked')
    await failure(page).getByRole('button', { name: 'Unlock' }).click()
    await unlock(page)
    await runTo(page, 'Succeeded')
    await expect(lockedVault(other)).toBeVisible()
  })

  test('X10 locks by itself when nobody does anything', async ({ page }) => {
    await useTemplate(page)
    await protect(page)
    await writeSetting(page, 'vault.idle-minutes', 0.1)
    await page.reload()
    await lockedVault(page).click()
    await unlock(page)
    await expect(openVault(page)).toBeVisible()
    await expect(lockedVault(page)).toBeVisible({ timeout: 30_000 })
  })

  test('X10 changes its passphrase and gives it up only for who knows the present one', async ({ page }) => {
    await useTemplate(page)
    await protect(page)
    await openVault(page).click()
    await vaultDialog(page).getByRole('button', { name: 'Change passphrase' }).click()
    const change = page.getByRole('dialog', { name: 'Change passphrase' })
    const typed = { 'Present passphrase': 'not the passphrase', 'New passphrase': 'short', 'Repeat passphrase': NEXT }
    await submitPassphrases(change, 'Change passphrase', typed)
    await expect(change).toContainText('at least 8 characters')
    await submitPassphrases(change, 'Change passphrase', { 'New passphrase': `${NEXT}!` })
    await expect(change).toContainText('The two are not the same.')
    await submitPassphrases(change, 'Change passphrase', { 'New passphrase': NEXT })
    await expect(change).toContainText('That is not the passphrase')
    await submitPassphrases(change, 'Change passphrase', { 'Present passphrase': PASSPHRASE })
    await expect(vaultDialog(page)).toBeVisible()
    await vaultDialog(page).getByRole('button', { name: 'Lock now' }).click()
    await startRun(page)
    await unlock(page)
    await expect(unlockDialog(page)).toContainText('That is not the passphrase')
    await unlock(page, NEXT)
    await expectRun(page, 'Succeeded')

    await openVault(page).click()
    await vaultDialog(page).getByRole('button', { name: 'Remove passphrase' }).click()
    const remove = page.getByRole('dialog', { name: 'Remove passphrase' })
    await submitPassphrases(remove, 'Remove passphrase', { 'Present passphrase': NEXT })
    await expect(vaultDialog(page)).toContainText('This device')
    await page.reload()
    await expect(openVault(page)).toBeVisible()
    await runTo(page, 'Succeeded')
  })

  test('X10 saves credentials that were entered while it was locked, after it was unlocked', async ({
    page,
    realApiWithCors: api,
  }) => {
    await openDocument(page, requesting({ Ask: 'customers' }))
    await connectStep(page, 'Ask', withToken('Shop', api.url, 'outdated'))
    await expectSaved(page)
    await protect(page)
    await runTo(page, 'Failed')
    await lockNow(page)
    await failure(page).getByRole('button', { name: 'Edit test credentials' }).click()
    await fillFields(credentialsDialog(page, 'Shop'), { Token: api.token })
    await page.keyboard.press('Enter')
    await unlock(page)
    await expect(credentialsDialog(page, 'Shop')).toBeHidden()
    await runTo(page, 'Succeeded')
  })

  test('X10 is reset without the passphrase: credentials are lost, integrations and connections are not', async ({
    page,
  }) => {
    await useTemplate(page)
    await protect(page)
    await page.reload()
    await lockedVault(page).click()
    await unlockDialog(page).getByRole('button', { name: 'Reset vault' }).click()
    const alert = page.getByRole('alertdialog', { name: 'Reset the vault?' })
    await expect(alert).toContainText('1 saved credential is deleted for good')
    await expect(alert.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await alert.getByRole('button', { name: 'Reset vault' }).click()
    await expect(toast(page, 'Vault reset')).toBeVisible()
    await expect(openVault(page)).toBeVisible()
    expect((await readStorage(page)).credentials).toEqual([])
    await expect(node(page, 'List customers')).toBeVisible()
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('no test credentials')
    await openConnections(page)
    await expect(card(page, 'Demo API')).toBeVisible()
  })
})

test.describe('the offer of a passphrase', () => {
  const offer = (page: Page) => page.getByText('Protect your credentials with a passphrase?')

  test('X10 comes with the first real credential, is in nobody’s way, and is not made again', async ({
    page,
    realApiWithCors: api,
  }) => {
    await useTemplate(page)
    await expectSaved(page)
    await expect(offer(page)).toBeHidden()
    await openDocument(page, requesting({ First: 'customers', Second: 'orders' }))
    await connectStep(page, 'First', withToken('Shop', api.url, api.token))
    await expect(offer(page)).toBeVisible()
    await page.getByRole('button', { name: 'No, thanks' }).click()
    await expect(offer(page)).toBeHidden()
    await connectStep(page, 'Second', withToken('Shop again', api.url, api.token))
    await expectSaved(page)
    await expect(offer(page)).toBeHidden()
  })

  test('X10 leads to setting one', async ({ page, realApiWithCors: api }) => {
    await openDocument(page, requesting({ First: 'customers' }))
    await connectStep(page, 'First', withToken('Shop', api.url, api.token))
    await page.getByRole('button', { name: 'Set passphrase' }).click()
    const dialog = page.getByRole('dialog', { name: 'Set passphrase' })
    const typed = { 'New passphrase': PASSPHRASE, 'Repeat passphrase': PASSPHRASE }
    await submitPassphrases(dialog, 'Set passphrase', typed)
    await expect(dialog).toBeHidden()
    await expect(offer(page)).toBeHidden()
    await page.reload()
    await expect(lockedVault(page)).toBeVisible()
  })
})

test('X10 the vault can be protected, locked and unlocked by the keyboard alone, without serious barriers', async ({
  page,
}) => {
  const barriers = async () => {
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
    const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  }
  await page.goto('/')
  await openVault(page).focus()
  await page.keyboard.press('Enter')
  await expect(vaultDialog(page)).toBeVisible()
  expect(await barriers()).toEqual([])
  await vaultDialog(page).getByRole('button', { name: 'Set passphrase' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('New passphrase')).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSPHRASE)
  expect(await barriers()).toEqual([])
  await page.keyboard.press('Enter')
  await expect(vaultDialog(page)).toContainText('Protection: Passphrase')
  expect(await barriers()).toEqual([])
  await vaultDialog(page).getByRole('button', { name: 'Lock now' }).focus()
  await page.keyboard.press('Enter')
  await expect(lockedVault(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(unlockDialog(page)).toBeVisible()
  expect(await barriers()).toEqual([])
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(unlockDialog(page)).toBeHidden()
  await expect(openVault(page)).toBeFocused()
})
