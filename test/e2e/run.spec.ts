import type { Page } from '@playwright/test'
import { literal, type ErrorPolicy } from '#domain'
import { docOf, ENDLESS, flow, flowOf, http, log, loopTimes, ref, template } from '../fixtures/doc-builder.ts'
import { saveCredentials } from './support/connections.ts'
import { listenLocally } from './support/local-listener.ts'
import { expect, test } from './support/test.ts'
import { withKey } from './support/typed-connections.ts'
import {
  connectStep,
  executions,
  expectRun,
  expectSaved,
  failure,
  node,
  openDocument,
  openFlow,
  openPicker,
  openTab,
  runner,
  runTo,
  startRun,
} from './support/ui.ts'

const calling = (name: string, url: string, onError?: ErrorPolicy) =>
  http(name, { inputs: { url: literal(url) }, ...(onError && { onError }) })

/** Presses Stop and gives the milliseconds until the run is told as cancelled, as the page itself sees it. */
async function stopAndMeasure(page: Page): Promise<number> {
  await page.evaluate(() => {
    const measured = new Promise<number>((resolve) => {
      document.addEventListener(
        'pointerup',
        () => {
          const pressed = performance.now()
          const look = () => {
            const said = document.querySelector('section[aria-label="Test runner"] [role="status"]')?.textContent ?? ''
            if (said.includes('Cancelled')) resolve(performance.now() - pressed)
          }
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { measured })
  })
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expectRun(page, 'Cancelled')
  return page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured)
}

test.describe('item 6: a run while it runs', () => {
  test('item 6 status appears on the nodes live, and Stop takes effect within a second', async ({
    page,
    oddApi,
    realApiWithCors,
  }) => {
    const steps = [
      http('Ask', { inputs: { url: literal(`${realApiWithCors.url}/customers`), failOnStatus: literal(false) } }),
      calling('Wait', `${oddApi.url}/never`),
      log('Tell'),
    ]
    await openDocument(page, flowOf(...steps))
    await startRun(page)
    await expect(node(page, 'Ask')).toHaveAccessibleDescription(/Succeeded in/)
    await expect(node(page, 'Wait')).toHaveAccessibleDescription(/Running/)
    await expect(node(page, 'Tell')).toHaveAccessibleDescription(/Waiting/)
    await expect(executions(page, 'Wait')).toContainText('Running')

    expect(await stopAndMeasure(page)).toBeLessThan(1000)
    await expect(node(page, 'Ask')).toHaveAccessibleDescription(/Succeeded in/)
    await expect(node(page, 'Wait')).toHaveAccessibleDescription(/Cancelled/)
    await expect(executions(page, 'Wait')).toContainText('Cancelled')
    await expect(executions(page, 'Tell')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled()
  })

  test('X06 an endless expression: the page stays responsive, Stop kills it within a second, and the next run works', async ({
    page,
  }) => {
    await openDocument(page, docOf({ flows: [flow('Endless', log('Spin', ENDLESS)), flow('Short', log('Greet'))] }))
    await startRun(page)
    await expect(executions(page, 'Spin')).toContainText('Running')
    await page.getByRole('textbox', { name: 'Integration name' }).fill('Edited while it spins')
    await expectSaved(page)

    expect(await stopAndMeasure(page)).toBeLessThan(1000)
    await expect(executions(page, 'Spin')).toContainText('Cancelled')
    await openFlow(page, 'Short')
    await runTo(page, 'Succeeded')
    await expect(executions(page, 'Greet')).toContainText('Succeeded')
  })

  test('X06 an endless expression that nobody stops ends by itself and says why', async ({ page }) => {
    await openDocument(page, flowOf(log('Spin', ENDLESS)))
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('The expression took too long and was stopped')
    await expect(failure(page).getByRole('button', { name: 'Open step settings' })).toBeVisible()
  })

  test('X06 retries are visible: on the node while it waits, then attempt by attempt', async ({ page }) => {
    let count = 0
    const api = await listenLocally((_, response) => {
      count += 1
      const status = count % 3 === 0 ? 200 : 503
      response.writeHead(status, { 'access-control-allow-origin': '*', 'content-type': 'application/json' }).end('{}')
    })
    const policy = {
      policy: 'retry',
      attempts: 3,
      delaySeconds: 1,
      exponential: false,
      ignoreFinalError: false,
    } as const
    await openDocument(page, flowOf(calling('Call', `${api.url}/orders`, policy)))
    await startRun(page)
    await expect(node(page, 'Call')).toHaveAccessibleDescription(/Trying again/)
    await expectRun(page, 'Succeeded')
    await expect(runner(page).getByRole('list', { name: '3 attempts' }).getByRole('listitem')).toHaveText([
      /Attempt 1\s*Failed/,
      /Attempt 2\s*Failed/,
      /Attempt 3\s*Succeeded/,
    ])

    await runner(page).getByText('Retry failed steps').click()
    await expect(runner(page).getByRole('switch', { name: 'Retry failed steps' })).not.toBeChecked()
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('503')
    expect(count).toBe(4)
    await api.close()
  })
})

test.describe('credentials and runs', () => {
  test('P23 changed test credentials are used by the very next request of a run under way', async ({
    page,
    realApiWithCors: api,
  }) => {
    // The flow keeps the machine busy while the credentials are typed.
    test.slow()
    const call = http('Call', { inputs: { url: literal('customers/1'), failOnStatus: literal(false) } })
    await openDocument(page, flowOf(loopTimes('Again and again', 20_000, call)))
    await connectStep(page, 'Call', withKey('Shop', api.url, 'first-key-of-the-test'))
    await startRun(page)
    const keys = () => new Set(api.requests.map(({ headers }) => headers['x-api-key']))
    await expect.poll(keys).toEqual(new Set(['first-key-of-the-test']))

    const picker = await openPicker(page, 'Call')
    await picker.getByRole('button', { name: 'Edit test credentials' }).click()
    await saveCredentials(page, 'Shop', { 'API key': api.key })
    await expect.poll(keys).toEqual(new Set(['first-key-of-the-test', api.key]))
    await expectRun(page, 'Running')

    // From the first request with the new key on, no other one is used.
    const used = api.requests.map(({ headers }) => headers['x-api-key'])
    expect(used.slice(used.indexOf(api.key))).not.toContain('first-key-of-the-test')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await expectRun(page, 'Cancelled')
  })
})

test.describe('runs that are over', () => {
  test('X05 a run is kept: after a reload its steps, input and output are there', async ({ page, app }) => {
    const doc = flowOf(
      calling('Ask', `${app.url}/demo/customers/1`),
      log('Tell', template('Hello ', ref('Ask', 'body', 'name'))),
    )
    await openDocument(page, doc)
    await runTo(page, 'Succeeded')
    await executions(page, 'Tell').getByRole('button').click()
    const said = await (await openTab(page, 'Logs')).getByRole('listitem').textContent()
    expect(said).toMatch(/Hello \w+/)

    await page.reload()
    await expect(node(page, 'Tell')).toHaveAccessibleDescription(/Succeeded/)
    await page.getByRole('button', { name: 'Test runner', exact: true }).click()
    await expectRun(page, 'Succeeded')
    await executions(page, 'Ask').getByRole('button').click()
    await expect(await openTab(page, 'Output')).toContainText('company')
    await executions(page, 'Tell').getByRole('button').click()
    await expect((await openTab(page, 'Logs')).getByRole('listitem')).toHaveText(said ?? '')
  })

  test('X04 a pinned output is used instead of asking again', async ({ page, realApiWithCors: api }) => {
    await openDocument(
      page,
      flowOf(
        http('Ask', { inputs: { url: literal(`${api.url}/customers`), failOnStatus: literal(false) } }),
        log('Tell', template('Status ', ref('Ask', 'status'))),
      ),
    )
    await runTo(page, 'Succeeded')
    expect(api.requests).toHaveLength(1)
    await executions(page, 'Ask').getByRole('button').click()
    await runner(page).getByRole('button', { name: 'Pin output' }).click()
    await expect(node(page, 'Ask')).toHaveAccessibleDescription(/Output is pinned/)

    await runTo(page, 'Succeeded')
    await executions(page, 'Tell').getByRole('button').click()
    await expect((await openTab(page, 'Logs')).getByRole('listitem')).toContainText('Status 401')
    expect(api.requests).toHaveLength(1)

    await executions(page, 'Ask').getByRole('button').click()
    await runner(page).getByRole('button', { name: 'Unpin output' }).click()
    await runTo(page, 'Succeeded')
    await expect.poll(() => api.requests.length).toBe(2)
  })
})
