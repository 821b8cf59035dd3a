import { err, ok } from '#base'
import type { DemoApi } from '#demo'
import { createDeadline } from './deadline.ts'
import { givenUpFailure } from './direct-transport.ts'
import { responseBodyOf } from './response-body.ts'
import { shownUrl, type Transport } from './transport.ts'

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(new Error('aborted'))
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
    setTimeout(resolve, milliseconds)
  })
}

/** Answers from the demo API's handler in this very worker, where no local server mounts it. */
export function createSimulatedTransport(demo: DemoApi): Transport {
  return async (outgoing) => {
    const { request } = outgoing
    const deadline = createDeadline(outgoing.timeoutMs, outgoing.signal)
    const startedAt = performance.now()
    const url = new URL(request.url)
    const answer = demo.handle({
      method: request.method,
      path: url.pathname,
      query: [...url.searchParams],
      headers: Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value])),
      body: request.body && new TextDecoder().decode(request.body),
    })
    try {
      await wait(answer.delayMs, deadline.signal)
      const bytes = new TextEncoder().encode(answer.body)
      const headers = Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]),
      )
      return ok({
        status: answer.status,
        statusText: '',
        headers,
        body: responseBodyOf(bytes, headers['content-type'] ?? '', false, outgoing),
        bytes: bytes.length,
        milliseconds: Math.round(performance.now() - startedAt),
        transport: 'simulated',
        url: shownUrl(request.url),
      })
    } catch {
      return err(givenUpFailure(deadline.givenUp() ?? 'cancelled', outgoing))
    } finally {
      deadline.end()
    }
  }
}
