import { AxeBuilder } from '@axe-core/playwright'
import { openForm, requesting } from './support/connections.ts'
import { expect, test } from './support/test.ts'
import { openDocument } from './support/ui.ts'

test.describe('help pages', () => {
  test('V09 V50 the form leads to them in a tab of their own, and keeps what is typed', async ({ page, context }) => {
    await openDocument(page, requesting({ First: 'customers' }))
    const form = await openForm(page, 'First')
    await form.getByLabel('Connection name', { exact: true }).fill('Half')
    await expect(form.getByText(/Start with your own credentials; embed a connection when/)).toBeVisible()
    const opening = context.waitForEvent('page')
    await form.getByRole('link', { name: /When to embed/ }).click()
    const help = await opening
    await expect(help.getByRole('heading', { level: 1 })).toHaveText('Embedded connectors')
    await expect(help.getByText(/Start with a standard connection/)).toBeVisible()
    await help.close()
    await expect(form.getByLabel('Connection name', { exact: true })).toHaveValue('Half')
  })

  test('V50 there is a page for connectors, connections, auth methods and embedded connectors', async ({ page }) => {
    await page.goto('/help/connectors')
    const titles = ['Connectors', 'Connections', 'Auth methods', 'Embedded connectors']
    for (const [index, title] of titles.entries()) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page).toHaveTitle(new RegExp(`^${title}`))
      expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(2)
      const next = titles[index + 1]
      if (next !== undefined) await page.getByRole('article').getByRole('link', { name: next }).click()
    }
    await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: 'Connections' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connections')
  })

  test('V50 a page that is not there says so, and still has the others', async ({ page }) => {
    await page.goto('/help/nothing')
    await expect(page.getByText('There is no such page')).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Topics' }).getByRole('link')).toHaveCount(4)
  })

  test('V50 can be read by everybody', async ({ page }) => {
    await page.goto('/help/auth-methods')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })
})
