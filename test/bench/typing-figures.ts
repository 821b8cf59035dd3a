import type { CDPSession, Page } from '@playwright/test'
import { largeDoc } from '../fixtures/large-doc.ts'
import { node, openDocument } from '../e2e/support/ui.ts'
import { figureOf } from './figure.ts'

const STEPS = 1000
const CHARACTERS = 60
/** As somebody types who is good at it. */
const BETWEEN_KEYS_MS = 120

declare global {
  /** Milliseconds from a key to the frame that shows it, in the page. */
  var keysToPaint: number[]
}

/**
 * From a key's time stamp, so waiting for the page counts, to the end of the frame in which its text is shown: what is
 * posted in an animation frame is delivered after that frame has been painted.
 */
function watchKeys(): void {
  globalThis.keysToPaint = []
  let pressed = 0
  document.addEventListener('keydown', (event) => (pressed = event.timeStamp), true)
  document.addEventListener(
    'input',
    () => {
      const since = pressed
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => {
          globalThis.keysToPaint.push(performance.now() - since)
          port1.close()
        })
        port1.start()
        port2.postMessage(null)
      })
    },
    true,
  )
}

/** Milliseconds of processor time that the page's main thread has used. */
async function mainThreadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Typing in the address of a request, in a document of 1,000 steps that are all in the open flow. */
export async function typingFigures(page: Page) {
  const doc = largeDoc(STEPS, STEPS)
  await openDocument(page, doc)
  const [first] = Object.values(doc.steps).filter(({ kind }) => kind === 'action')
  await node(page, first?.name ?? '').click({ position: { x: 40, y: 16 } })
  const field = page.getByRole('region', { name: 'Step settings' }).getByRole('textbox', { name: 'URL' })
  await field.click()
  await page.keyboard.press('End')
  await page.keyboard.type('warm', { delay: BETWEEN_KEYS_MS })
  await page.evaluate(watchKeys)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await mainThreadTime(session)
  await page.keyboard.type('abcdefghij'.repeat(CHARACTERS / 10), { delay: BETWEEN_KEYS_MS })
  await page.waitForFunction((count) => globalThis.keysToPaint.length >= count, CHARACTERS)
  const used = (await mainThreadTime(session)) - before
  return {
    steps: Object.keys(doc.steps).length,
    'one character typed to paint': figureOf(await page.evaluate(() => globalThis.keysToPaint)),
    'processor time of the page for one character': Math.round((used / CHARACTERS) * 100) / 100,
  }
}
