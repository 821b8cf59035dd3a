import type { Page, Request } from '@playwright/test'
import { expect, test } from './support/test.ts'
import { executions, expectRun, node, openTab, runner, runTo, startRun } from './support/ui.ts'

/** Every request of the page and its workers. */
function watchRequests(page: Page): readonly Request[] {
  const seen: Request[] = []
  page.context().on('request', (request) => seen.push(request))
  return seen
}

/** Counts what a person presses; the document stays the same while screens change. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['clicks'] = '0'
    document.addEventListener(
      'pointerdown',
      () => {
        const { dataset } = document.documentElement
        dataset['clicks'] = String(Number(dataset['clicks']) + 1)
      },
      true,
    )
  })
  return () => page.evaluate(() => Number(document.documentElement.dataset['clicks']))
}

async function useTemplate(page: Page, name: string): Promise<void> {
  await page
    .getByRole('list', { name: 'Templates' })
    .getByRole('button', { name: `Use template ${name}` })
    .click()
}

/** Every execution in the test runner says the one word. */
async function expectAllSucceeded(page: Page): Promise<void> {
  await expectRun(page, 'Succeeded')
  await expect(executions(page).filter({ hasNotText: 'Succeeded' })).toHaveCount(0)
}

const demoPaths = (requests: readonly Request[]) =>
  requests.map((request) => new URL(request.url()).pathname).filter((path) => path.startsWith('/demo/'))

test.describe('M1 one thin line through every layer', () => {
  test('M1 home, template, Run: every step of Customer digest succeeds over real HTTP, offline, in two clicks', async ({
    page,
    app,
  }) => {
    const requests = watchRequests(page)
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Integrations' })).toBeVisible()
    const clicks = await countClicks(page)

    await useTemplate(page, 'Customer digest')
    await startRun(page)
    await expectAllSucceeded(page)
    expect(await clicks()).toBeLessThanOrEqual(6)

    for (const name of ['Start', 'List customers', 'For each customer', 'Make a card', 'Write a line']) {
      await expect(node(page, name)).toHaveAccessibleDescription(/Succeeded/)
    }
    expect(demoPaths(requests)).toEqual(['/demo/customers'])
    expect(requests.find((request) => request.url().includes('/demo/'))?.resourceType()).toBe('fetch')
    const elsewhere = requests.filter((request) => !/^(blob|data):/.test(request.url()))
    expect(new Set(elsewhere.map((request) => new URL(request.url()).origin))).toEqual(new Set([app.url]))
  })

  test('M1 the test runner lists names, status words, durations and loop indexes, with input, output and logs', async ({
    page,
  }) => {
    await page.goto('/')
    await useTemplate(page, 'Customer digest')
    await runTo(page, 'Succeeded')

    // The list, the loop, and two steps for each of five customers.
    await expect(executions(page)).toHaveCount(13)
    await expect(executions(page, 'List customers')).toContainText(/Succeeded\s*[\d.,]+\s?(ms|s)/)
    const lines = executions(page, 'Write a line')
    await expect(lines).toHaveCount(5)
    await expect(lines.nth(0)).toContainText('Item 1')
    await expect(lines.nth(4)).toContainText('Item 5')

    await executions(page, 'List customers').getByRole('button').click()
    await expect(await openTab(page, 'Input')).toContainText('limit')
    await expect(await openTab(page, 'Output')).toContainText('company')
    await lines.nth(2).getByRole('button').click()
    await expect((await openTab(page, 'Logs')).getByRole('listitem')).toHaveText(/info.+ · .+/)
    await expect(runner(page).getByRole('tabpanel')).not.toContainText('undefined')
  })

  test('M1 Ticket triage branches per ticket: one arm of each branch runs, and what is taken is written', async ({
    page,
  }) => {
    const requests = watchRequests(page)
    await page.goto('/')
    await useTemplate(page, 'Ticket triage')
    await runTo(page, 'Succeeded')
    await expectAllSucceeded(page)

    await expect(executions(page, 'How urgent?')).toHaveCount(6)
    const taken = await executions(page, 'Take the ticket').count()
    const left = await executions(page, 'Leave it').count()
    expect(taken + left).toBe(6)
    expect(taken).toBeGreaterThan(0)
    const writes = requests.filter((request) => request.method() === 'PATCH')
    expect(demoPaths(writes)).toHaveLength(taken)
    await expect(node(page, 'For each ticket')).toHaveAccessibleDescription(/Succeeded/)
  })

  test('M1 all four flows of Order operations succeed, the one behind a key too', async ({ page }) => {
    const requests = watchRequests(page)
    await page.goto('/')
    await useTemplate(page, 'Order operations')
    const flows = {
      'Ship paid orders': 'Mark as shipped',
      'Create an order': 'Create the order',
      'Count drafts': 'Count and sum',
      'Read reports': 'Say how many',
    }
    for (const [flow, step] of Object.entries(flows)) {
      const switcher = page.getByRole('button', { name: /^Flow: / })
      if ((await switcher.textContent()) !== flow) {
        await switcher.click()
        await page.getByRole('menuitem', { name: flow, exact: true }).click()
      }
      await expect(page.getByRole('button', { name: `Flow: ${flow}` })).toBeVisible()
      await runTo(page, 'Succeeded')
      await expectAllSucceeded(page)
      await expect(node(page, step)).toHaveAccessibleDescription(/Succeeded/)
    }
    expect(demoPaths(requests)).toEqual(expect.arrayContaining(['/demo/orders', '/demo/private/reports']))
    await expect(await openTab(page, 'Logs')).toContainText(/Reports found: \d+/)
  })
})
