import { problem, type Problem } from '#base'
import { createDemoApi } from '#demo'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { readAppFile } from './app-file.ts'
import { createEgressGuard, type ResolveName } from './egress-guard.ts'
import { listenLocally, type ListenProblem } from './listen.ts'
import { createRouteRequest } from './route-request.ts'
import { refuse } from './send.ts'
import { createSession } from './session.ts'

/** What a local server is made of. */
export interface LocalServerOptions {
  /** Directory of the built application. */
  readonly appDir: string
  /** 0 takes any free port. */
  readonly port: number
  /** `host:port` pairs that the relay may reach although they are special-purpose addresses. */
  readonly allow: readonly string[]
  /** Certificates, as PEM, that the relay trusts beside those Node trusts: a company's own authority, for one. */
  readonly trust?: readonly string[]
  /** What the page is told about itself in the session. */
  readonly version: string
  /** Name resolution; the system's by default. */
  readonly resolveName?: ResolveName
}

/** A server that is running. */
export interface LocalServer {
  /** Its one address, `http://localhost:<port>`, without a slash at the end. */
  readonly url: string
  /** Ends every connection and what the relay has under way. */
  readonly close: () => Promise<void>
}

/** Why the server did not start. */
export type LocalServerProblem = ListenProblem | Problem<'app-missing'>

/** Thrown by `createLocalServer`: what hinders it is for the person who started it, not for its caller, to mend. */
export class LocalServerError extends Error {
  override readonly name = 'LocalServerError'
  readonly problem: LocalServerProblem

  constructor(reason: LocalServerProblem) {
    super(reason.code)
    this.problem = reason
  }
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/**
 * Starts the local server: the built application with its security headers, the demo API, and the relay behind origin,
 * token and egress checks. Rejects with `LocalServerError` when there is no built application or the port cannot be had.
 */
export async function createLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { appDir, port, allow, trust = [], version, resolveName } = options
  if (!(await readAppFile(appDir, '/index.html'))) throw new LocalServerError(problem('app-missing', { appDir }))

  const route = createRouteRequest({
    appDir,
    session: createSession(version),
    outside: { guard: createEgressGuard(allow, resolveName), trust },
    demo: createDemoApi({ now: () => Date.now() }),
  })
  let own = new URL('http://localhost')
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    route(request, response, own).catch(() => {
      // The client left, or a bug: neither may end the process, and nothing of a request is ever written down.
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'internal')
    })
  }
  const listening = await listenLocally(listener, port)
  if (!listening.ok) throw new LocalServerError(listening.error)
  const { servers } = listening.value
  own = new URL(`http://localhost:${listening.value.port}`)
  return {
    url: own.origin,
    close: async () => {
      await Promise.all(servers.map(stop))
    },
  }
}
