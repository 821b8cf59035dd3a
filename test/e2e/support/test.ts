import { test as base, expect } from '@playwright/test'
import { startAppServer, type AppServer } from './app-server.ts'
import { unusedAddress } from './local-listener.ts'
import { startOddApi, type OddApi } from './odd-api.ts'
import { startRealApi, type RealApi } from './real-api.ts'
import { startRedirectingApi, type RedirectingApi } from './redirecting-api.ts'

interface WorkerFixtures {
  /** The server all tests of a worker share when they allow nothing. */
  readonly sharedApp: AppServer
}

interface TestFixtures {
  /**
   * The `host:port` of local APIs that the relay may reach. Overridden with a fixture, because ports are not known before:
   *
   * @example
   * test.use({ allow: async ({ realApi }, use) => use([realApi.host]) })
   */
  readonly allow: readonly string[]
  /** The application's server; `page.goto('/')` opens it. One that allows something is a test's own. */
  readonly app: AppServer
  /** json-server, closed to pages of other origins: only the relay reaches it. */
  readonly realApi: RealApi
  /** json-server with CORS: a page may call it directly. */
  readonly realApiWithCors: RealApi
  readonly oddApi: OddApi
  readonly redirectingApi: RedirectingApi
  /** The address of nothing: connections to it are refused. */
  readonly closedAddress: { readonly url: string; readonly host: string }
  /** Fails a test whose page threw, or broke its content security policy. */
  readonly soundPage: undefined
}

/** Playwright's `test` with the application and the APIs it talks to. What a test does not name is not started. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedApp: [
    async ({}, use) => {
      const server = await startAppServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 30_000 },
  ],
  allow: [[], { option: true }],
  app: async ({ allow, sharedApp }, use, info) => {
    const own = allow.length > 0 ? await startAppServer(allow) : undefined
    const server = own ?? sharedApp
    await use(server)
    if (info.status !== info.expectedStatus) await info.attach('server output', { body: server.output() })
    await own?.stop()
  },
  baseURL: async ({ app }, use) => {
    await use(app.url)
  },
  realApi: async ({}, use) => {
    const api = await startRealApi({ cors: false })
    await use(api)
    await api.close()
  },
  realApiWithCors: async ({}, use) => {
    const api = await startRealApi({ cors: true })
    await use(api)
    await api.close()
  },
  oddApi: async ({}, use) => {
    const api = await startOddApi()
    await use(api)
    await api.close()
  },
  redirectingApi: async ({}, use) => {
    const api = await startRedirectingApi()
    await use(api)
    await api.close()
  },
  closedAddress: async ({}, use) => {
    await use(await unusedAddress())
  },
  soundPage: [
    async ({ context }, use) => {
      const problems: string[] = []
      context.on('weberror', (error) => problems.push(error.error().stack ?? error.error().message))
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) problems.push(message.text())
      })
      await use(undefined)
      expect(problems, 'errors of the page').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
