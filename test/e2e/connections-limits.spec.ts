import type { RequestListener } from 'node:http'
import type { Page } from '@playwright/test'
import { literal, type IntegrationDoc } from '#domain'
import { flowOf, http, loopTimes, type Built } from '../fixtures/doc-builder.ts'
import { connectButton, dropdown, expectConnection, fillFields, openForm } from './support/connections.ts'
import { listenLocally, type LocalListener } from './support/local-listener.ts'
import { expect, test as base } from './support/test.ts'
import { choose, executions, expectRun, openDocument, openTab, runner, runTo, startRun } from './support/ui.ts'

interface CountingApi extends LocalListener {
  readonly seen: { requests: number; underWay: number; most: number }
}

/** An API open to pages: `/work` takes a while, `/busy` asks the first caller to wait for two seconds, `/later` everybody for long. */
async function startCountingApi(): Promise<CountingApi> {
  const seen = { requests: 0, underWay: 0, most: 0 }
  const answer: RequestListener = (request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    response.setHeader('access-control-expose-headers', 'Retry-After')
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    seen.requests += 1
    seen.underWay += 1
    seen.most = Math.max(seen.most, seen.underWay)
    const end = (status: number, retryAfter?: string) => {
      seen.underWay -= 1
      const headers = { 'content-type': 'application/json', ...(retryAfter && { 'retry-after': retryAfter }) }
      response.writeHead(status, headers).end('{}')
    }
    if (request.url === '/later') end(429, '30')
    else if (request.url === '/busy' && seen.requests === 1) end(429, '2')
    else setTimeout(end, 60, 200)
  }
  return { ...(await listenLocally(answer)), seen }
}

const test = base.extend<{ readonly api: CountingApi }>({
  api: async ({}, use) => {
    const api = await startCountingApi()
    await use(api)
    await api.close()
  },
})

const call = (url: string) => http('Call', { inputs: { url: literal(url) } })

/** Twelve requests, ten of which want to go at once. */
function twelve(): IntegrationDoc {
  const built = loopTimes('Each', 12, call('work'))
  return flowOf({ ...built, step: { ...built.step, concurrency: 10 } as Built['step'] })
}

/** Gives the step `Call` a connection with limits. */
async function connect(page: Page, api: CountingApi, limits: Readonly<Record<string, string>> = {}): Promise<void> {
  const form = await openForm(page, 'Call')
  await choose(page, dropdown(form, 'Authentication type'), /^None/)
  await fillFields(form, { 'Connection name': 'Limited', 'Base URL': api.url })
  await form.getByRole('button', { name: 'More' }).click()
  await fillFields(form, limits)
  await connectButton(form).click()
  await expectConnection(page, 'Call', 'Limited')
}

test.describe('a connection with limits', () => {
  test('Limits: a loop of twelve requests never has more than two under way', async ({ page, api }) => {
    await openDocument(page, twelve())
    await connect(page, api, { 'Requests at once': '2' })
    await runTo(page, 'Succeeded')
    expect(api.seen).toMatchObject({ requests: 12, most: 2 })
  })

  test('Limits: without them the same loop has as many under way as it wants', async ({ page, api }) => {
    await openDocument(page, twelve())
    await connect(page, api)
    await runTo(page, 'Succeeded')
    expect(api.seen.most).toBeGreaterThan(2)
  })

  test('Limits: what the API asks for with 429 is waited for and shown, and the run succeeds', async ({
    page,
    api,
  }) => {
    await openDocument(page, flowOf(call('busy')))
    await connect(page, api)
    await startRun(page)
    const waiting = 'Waiting 2 s: the API asked for it (429)'
    await expect(executions(page, 'Call')).toContainText(waiting)
    await expect(executions(page, 'Call')).toContainText('Running')
    await expectRun(page, 'Succeeded')
    await expect(executions(page, 'Call')).not.toContainText('Waiting')
    await executions(page, 'Call').getByRole('button').click()
    const logs = await openTab(page, 'Logs')
    await expect(logs.getByRole('listitem')).toHaveText([new RegExp(waiting.replaceAll(/[()]/g, '\\$&')), /sending/])
    expect(api.seen.requests).toBe(2)
  })

  test('Limits: Stop ends a step that waits for its turn within a second', async ({ page, api }) => {
    await openDocument(page, flowOf(call('later')))
    await connect(page, api)
    await startRun(page)
    await expect(executions(page, 'Call')).toContainText('Waiting 30 s')
    const before = Date.now()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await expect(runner(page).getByRole('status').first()).toContainText('Cancelled')
    expect(Date.now() - before).toBeLessThan(1500)
    expect(api.seen.requests).toBe(1)
  })
})
