import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine, on a port that was free. */
export interface LocalListener {
  /** `http://127.0.0.1:41234` */
  readonly url: string
  /** `127.0.0.1:41234`, as `--allow` takes it. */
  readonly host: string
  readonly close: () => Promise<void>
}

/** Starts listening on any free port of the loopback address; closing also ends connections that are still open. */
export async function listenLocally(handler: RequestListener): Promise<LocalListener> {
  const server: Server = createServer(handler)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** A loopback address at which nothing listens: it was free a moment ago. */
export async function unusedAddress(): Promise<Omit<LocalListener, 'close'>> {
  const { close, ...address } = await listenLocally(() => undefined)
  await close()
  return address
}
