import type { Page } from '@playwright/test'
import type { AuthMethod, Connection } from '#domain'
import { connection as buildConnection, stableKey } from '../../fixtures/workspace-builder.ts'
import { expect } from './test.ts'

/** An OAuth connection as it is stored after somebody has filled in the form. */
export interface SeededConnection {
  readonly name: string
  readonly baseUrl: string
  readonly type?: AuthMethod['type']
  readonly settings: AuthMethod['settings']
  readonly accessMode?: Connection['accessMode']
}

/** The stable key of a seeded connection. */
export const seededKey: (name: string) => string = stableKey

/** Writes a connection with its auth method into the page's database, past the form: its fields are not what is tested. */
export async function seedConnection(page: Page, seeded: SeededConnection): Promise<void> {
  const { name, type = 'oauth2', ...rest } = seeded
  const { authMethod, connection } = buildConnection(name, { type, ...rest })
  // Objects, because the types of whole records are too much for the compiler where they are copied into the page.
  const records: { readonly authMethod: object; readonly connection: object } = { authMethod, connection }
  await page.goto('/')
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.evaluate(async (rows) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('patchbay')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('The database does not open')))
    })
    const writing = opened.transaction(['authMethods', 'connections'], 'readwrite')
    writing.objectStore('authMethods').put(rows.authMethod)
    writing.objectStore('connections').put(rows.connection)
    await new Promise((resolve) => writing.addEventListener('complete', resolve))
    opened.close()
  }, records)
  await page.reload()
}
