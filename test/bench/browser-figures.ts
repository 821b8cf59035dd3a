import { chromium, type Page } from '@playwright/test'
import { startAppServer } from '../e2e/support/app-server.ts'
import { loopFigures } from './loop-figures.ts'
import { typingFigures } from './typing-figures.ts'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]

/** Figures of the built application in a browser. `server` is the built server, with the application beside it. */
export async function browserFigures({ browser, server }: { readonly browser: string; readonly server: string }) {
  const app = await startAppServer([], server)
  const chrome = await chromium.launch({ executablePath: browser, args: ARGUMENTS })
  /** Each figure in a browser profile of its own. */
  const measured = async <T>(measure: (page: Page) => Promise<T>): Promise<T> => {
    const context = await chrome.newContext({
      baseURL: app.url,
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
    })
    try {
      return await measure(await context.newPage())
    } finally {
      await context.close()
    }
  }
  try {
    return {
      version: chrome.version(),
      typing: await measured(typingFigures),
      loop: await measured(loopFigures),
    }
  } finally {
    await chrome.close()
    await app.stop()
  }
}
