import { RELAY_LIMITS, RelayResponse } from '#protocol'
import { describe, expect, it, vi } from 'vitest'
import { createRelayClient } from '../../../../src/drivers/workers/send/relay-client.ts'

/** A client of a server that always answers the same. */
function clientOf(status: number, code: string) {
  const fetch = vi.fn(async () => Response.json({ code }, { status }))
  const client = createRelayClient({ origin: 'http://localhost:4400', fetch, session: { token: 't', version: '1' } })
  const call = (body: string) => client.call('/relay/http', { body }, RelayResponse, new AbortController().signal)
  return { fetch, call }
}

describe('createRelayClient', () => {
  it.each([
    [413, 'body-too-large', 'request-too-large', { megabytes: 24 }],
    [400, 'bad-envelope', 'request-unfit-for-relay', { characters: 16_384, headers: 200 }],
  ])('says of %s %s that trying again does not help', async (status, code, told, params) => {
    const { call } = clientOf(status, code)
    expect(await call('')).toEqual({ ok: false, error: { code: told, params, retryable: false, at: {} } })
  })

  it('does not send what is too large anyway', async () => {
    const { call, fetch } = clientOf(200, '')
    const body = 'a'.repeat(RELAY_LIMITS.envelopeBytes)
    expect(await call(body)).toMatchObject({ error: { code: 'request-too-large' } })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('takes any other refusal for a server that is not there', async () => {
    const { call } = clientOf(500, 'internal')
    expect(await call('')).toMatchObject({ error: { code: 'relay-unavailable', retryable: true } })
  })
})
