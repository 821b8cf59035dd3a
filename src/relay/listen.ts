import { err, ok, problem, type Problem, type Result } from '#base'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Why the server cannot listen. */
export type ListenProblem = Problem<'port-taken' | 'port-forbidden'>

/** How often another free port is tried when the port is ours to choose. */
const ATTEMPTS = 5

const listenOn = (listener: RequestListener, host: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', reject)
    server.listen({ host, port, ipv6Only: true }, () => {
      server.off('error', reject)
      resolve(server)
    })
  })

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const shut = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

function listenProblem(error: unknown, port: number): ListenProblem {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return problem('port-taken', { port })
  if (code === 'EACCES') return problem('port-forbidden', { port })
  throw error
}

/**
 * Listens on 127.0.0.1 and, where the machine has it, on ::1 at the same port: browsers try either for `localhost`, and
 * whoever holds the other half would get the page's requests. Nothing outside the machine is ever answered. Port 0 takes
 * any port that is free on both.
 */
export async function listenLocally(
  listener: RequestListener,
  port: number,
): Promise<Result<{ readonly servers: readonly Server[]; readonly port: number }, ListenProblem>> {
  for (let attempt = 1; ; attempt += 1) {
    let first: Server
    try {
      first = await listenOn(listener, '127.0.0.1', port)
    } catch (error) {
      return err(listenProblem(error, port))
    }
    const chosen = (first.address() as AddressInfo).port
    try {
      return ok({ servers: [first, await listenOn(listener, '::1', chosen)], port: chosen })
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') return ok({ servers: [first], port: chosen })
      await shut(first)
      if (port !== 0 || attempt === ATTEMPTS) return err(problem('port-taken', { port: chosen }))
    }
  }
}
