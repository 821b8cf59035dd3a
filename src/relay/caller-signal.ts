import type { ServerResponse } from 'node:http'

/** A signal that aborts when the client is gone before its answer was sent. */
export function callerSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort('aborted')
  })
  return controller.signal
}
