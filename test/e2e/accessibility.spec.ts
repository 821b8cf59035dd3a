import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { literal } from '#domain'
import { arm, branch, expr, flowOf, http, log, loop } from '../fixtures/doc-builder.ts'
import { expect, test } from './support/test.ts'
import { executions, expectRun, failure, node, openDocument, openPicker, runTo } from './support/ui.ts'

/** A list that is walked through from its search field. Axe knows that of combo boxes only. */
const isSearched = (html: string): boolean => html.includes('role="listbox"') && html.includes('data-collection')

/** What axe calls serious or critical, as lines to read. */
async function barriers(page: Page): Promise<readonly string[]> {
  // What fades in has less contrast on the way.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  // What react-aria announces stands for seconds in a region of its own, named by what may be gone by then.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((one) => ({ id, ...one })))
    .filter(({ id, html }) => !(id === 'scrollable-region-focusable' && isSearched(html)))
    .map(({ id, html, failureSummary }) => `${id}: ${html}\n${failureSummary}`)
}

const THEMES = ['light', 'dark'] as const

for (const colorScheme of THEMES) {
  test.describe(`Accessibility, ${colorScheme}`, () => {
    test.use({ colorScheme })

    test(`ux 4 home, empty and with integrations, has no serious barrier (${colorScheme})`, async ({ page }) => {
      await page.goto('/')
      await expect(page.getByText('No integrations yet')).toBeVisible()
      expect.soft(await barriers(page)).toEqual([])
      await page.getByRole('button', { name: 'Use template Customer digest' }).click()
      await expect(node(page, 'Start')).toBeVisible()
      await page.getByRole('link', { name: 'All integrations' }).click()
      await expect(page.getByRole('link', { name: 'Customer digest' })).toBeVisible()
      expect.soft(await barriers(page)).toEqual([])
    })

    test(`ux 4 the designer, its settings, picker and test runner have no serious barrier (${colorScheme})`, async ({
      page,
      app,
    }) => {
      test.slow()
      await openDocument(
        page,
        flowOf(
          http('Ask', { inputs: { url: literal(`${app.url}/demo/customers`) } }),
          loop('Each', literal([1, 2, 3]), log('Tell')),
          branch('Check', arm('High', log('Shout', expr('"A" & "B"')))),
          http('Wrong', { inputs: { url: literal(`${app.url}/demo/status/401`) } }),
        ),
      )
      expect.soft(await barriers(page)).toEqual([])

      await node(page, 'Ask').click({ position: { x: 24, y: 12 } })
      await expect(page.getByRole('region', { name: 'Step settings' })).toContainText('URL')
      expect.soft(await barriers(page)).toEqual([])

      await openPicker(page, 'Ask')
      await expect(page.getByLabel('Connection name', { exact: true })).toBeVisible()
      expect.soft(await barriers(page)).toEqual([])
      await page.keyboard.press('Escape')

      await runTo(page, 'Failed')
      await expect(failure(page)).toContainText('401')
      expect.soft(await barriers(page)).toEqual([])
      await executions(page, 'Ask').getByRole('button').click()
      await expectRun(page, 'Failed')
      expect.soft(await barriers(page)).toEqual([])
    })

    test(`ux 4 the Connections page has no serious barrier (${colorScheme})`, async ({ page }) => {
      await page.goto('/')
      await page.getByRole('button', { name: 'Use template Customer digest' }).click()
      await expect(node(page, 'Start')).toBeVisible()
      await page.goto('/connections')
      await expect(page.getByRole('heading', { name: 'Connections', level: 1 })).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(1)
      expect.soft(await barriers(page)).toEqual([])
    })

    test(`ux 4 the report of a connection test has no serious barrier (${colorScheme})`, async ({ page }) => {
      await page.goto('/')
      await page.getByRole('button', { name: 'Use template Customer digest' }).click()
      await expect(node(page, 'Start')).toBeVisible()
      await page.goto('/connections')
      await page.getByRole('button', { name: /^Actions for/ }).click()
      await page.getByRole('menuitem', { name: 'Test connection' }).click()
      await expect(page.getByRole('list', { name: 'Connection test' })).toContainText(/OK|Failed/)
      expect.soft(await barriers(page)).toEqual([])
    })
  })
}
