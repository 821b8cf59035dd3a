import type { Page } from '@playwright/test'

/** What a page's origin keeps in the browser, as text that can be searched. */
export interface BrowserStorage {
  /** Every row of every table; bytes are shown as characters and as base64. */
  readonly indexedDb: string
  /** The rows of the tables called `credentials`. */
  readonly credentials: readonly string[]
  readonly localStorage: string
  readonly sessionStorage: string
  readonly cookies: string
  /** Addresses and bodies in the cache storage. */
  readonly caches: string
}

/** Reads everything the page's origin has stored, past the application. */
export async function readStorage(page: Page): Promise<BrowserStorage> {
  const { tables, ...rest } = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB does not answer')))
      })
    const bytesOf = (value: unknown): Uint8Array | undefined => {
      if (value instanceof ArrayBuffer) return new Uint8Array(value)
      return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : undefined
    }
    const asText = (_: string, value: unknown): unknown => {
      const bytes = bytesOf(value)
      if (!bytes) return value
      const characters = String.fromCodePoint(...bytes)
      return `${new TextDecoder().decode(bytes)} ${btoa(characters)}`
    }
    const tables: { readonly name: string; readonly rows: readonly string[] }[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''))
      const names = [...database.objectStoreNames]
      const reading = database.transaction(names)
      for (const table of names) {
        const store = reading.objectStore(table)
        const rows: readonly unknown[] = await done(store.getAll())
        tables.push({ name: table, rows: rows.map((row) => JSON.stringify(row, asText)) })
      }
      database.close()
    }
    const cached: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        cached.push(request.url, (await (await cache.match(request))?.text()) ?? '')
      }
    }
    return {
      tables,
      localStorage: JSON.stringify(localStorage),
      sessionStorage: JSON.stringify(sessionStorage),
      caches: cached.join(' '),
    }
  })
  const cookies = JSON.stringify(await page.context().cookies())
  return {
    ...rest,
    cookies,
    indexedDb: tables.map(({ name, rows }) => `${name}: ${rows.join(' ')}`).join('\n'),
    credentials: tables.filter(({ name }) => name === 'credentials').flatMap(({ rows }) => rows),
  }
}
