import { ok, type Json, type Result } from '#base'
import type { Behaviour } from '#connectors'
import type { ConnectionRef, Failure, ResponseBody, StableKey, StepRequest, StepResponse } from '#domain'

/** A connection to send with. */
export const connection: ConnectionRef = { connection: 'my-api' as StableKey }

/** A response with this body. */
export const responseOf = (body: ResponseBody, more: Partial<StepResponse> = {}): StepResponse => ({
  status: 200,
  statusText: 'OK',
  headers: {},
  body,
  bytes: 1,
  milliseconds: 1,
  transport: 'simulated',
  url: 'https://api.test/x',
  ...more,
})

/** What a behaviour did: its result, what it sent and what it logged. */
export interface Did {
  readonly result: Result<Json, Failure>
  readonly sent: readonly StepRequest[]
  readonly logs: readonly string[]
}

/** Runs a behaviour against one response. */
export async function perform(
  behaviour: Behaviour | undefined,
  inputs: Readonly<Record<string, Json>>,
  response: StepResponse | Failure = responseOf({ kind: 'json', value: { done: true } }),
  using: ConnectionRef | null = connection,
): Promise<Did> {
  if (!behaviour) throw new Error('no such behaviour')
  const sent: StepRequest[] = []
  const logs: string[] = []
  const result = await behaviour({
    inputs,
    connection: using,
    send: (request) => {
      sent.push(request)
      return Promise.resolve('code' in response ? { ok: false, error: response } : ok(response))
    },
    log: (level, text) => void logs.push(`${level} ${text}`),
  })
  return { result, sent, logs }
}
