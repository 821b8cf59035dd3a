import type { Page } from '@playwright/test'
import {
  arm,
  branch,
  equals,
  expr,
  flowOf,
  loopTimes,
  ref,
  setFields,
  stepId,
  stop,
  when,
} from '../fixtures/doc-builder.ts'
import { openDocument } from '../e2e/support/ui.ts'

const ITEMS = 10_000

/** Presses Run in the page and watches it until the test runner says how the run ended. */
async function runWatched(limit: number): Promise<{ status: string; total: number; tasks: number[] }> {
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
  observer.observe({ type: 'longtask' })
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Run')
  const start = performance.now()
  const statusNow = () => document.querySelector('[aria-label="Test runner"] [role="status"]')?.textContent ?? ''
  const status = await new Promise<string>((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`The run did not end: ${statusNow()}`)), limit)
    new MutationObserver((_, self) => {
      const ended = /Succeeded|Failed|Cancelled/.exec(statusNow())
      if (!ended) return
      clearTimeout(patience)
      self.disconnect()
      resolve(ended[0])
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    button?.click()
  })
  const total = performance.now() - start
  // What the last events cause is still to be counted.
  await new Promise((resolve) => setTimeout(resolve, 500))
  observer.disconnect()
  return { status, total, tasks }
}

/** A loop over 10,000 items in the runner worker, watched from the page. */
export async function loopFigures(page: Page) {
  // Succeeds only when every item was run.
  const doc = flowOf(
    loopTimes('Each', ITEMS, setFields('Keep', { index: ref('Each', 'index') })),
    branch(
      'Whole',
      when(equals(expr(`$count($${stepId('Each')})`), ITEMS), arm('Yes')),
      arm('otherwise', stop('Too few')),
    ),
  )
  await openDocument(page, doc)
  const { status, total, tasks } = await page.evaluate(runWatched, 300_000)
  if (status !== 'Succeeded') throw new Error(`The loop ended as ${status}`)
  return {
    items: ITEMS,
    'run from press to end': Math.round(total),
    /** Browsers tell of tasks from 50 ms on; 0: there was none. */
    'longest page task': Math.round(Math.max(0, ...tasks)),
    'page tasks of 50 ms and more': tasks.length,
  }
}
