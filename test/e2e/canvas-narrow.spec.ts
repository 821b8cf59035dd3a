import { flowOf, http } from '../fixtures/doc-builder.ts'
import { canvas, newIntegration, selectStep, settings } from './support/designer-page.ts'
import { expect, test } from './support/test.ts'
import { node, openDocument } from './support/ui.ts'

// What a window of 1440 × 900 shows at 200 % zoom.
test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })

test('C5 at 200 % zoom shows the beginning of the flow whole, and nothing of the page lies outside the window', async ({
  page,
}) => {
  await newIntegration(page)
  await expect
    .poll(async () => {
      const [step, around] = [await node(page, 'Start').boundingBox(), await canvas(page).boundingBox()]
      if (!step || !around) return 'not shown'
      return step.x >= around.x && step.x + step.width <= around.x + around.width ? 'whole' : 'cut off'
    })
    .toBe('whole')
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720)
})

test('C5 at 200 % zoom long settings scroll by themselves, and the page does not', async ({ page }) => {
  await openDocument(page, flowOf(http('Call')))
  await selectStep(page, 'Call')
  await expect(
    settings(page)
      .getByRole('button', { name: /Body type/ })
      .first(),
  ).toBeAttached()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(450)
})
