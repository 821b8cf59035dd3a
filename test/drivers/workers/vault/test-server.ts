import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A real HTTP server on a free port that remembers what it was asked. */
export interface TestServer {
  readonly origin: string
  readonly seen: readonly Pick<IncomingMessage, 'url' | 'method' | 'headers'>[]
  readonly close: () => Promise<void>
}

export async function startServer(answer: RequestListener): Promise<TestServer> {
  const seen: Pick<IncomingMessage, 'url' | 'method' | 'headers'>[] = []
  const server: Server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
