import { err, ok, type Result } from '#base'
import type { AccessMode, Failure, StepResponse } from '#domain'
import { describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../../../src/drivers/workers/vault/oauth/call-endpoint.ts'
import { sendFailure } from '../../../../../src/drivers/workers/send/send-failure.ts'
import type { Transport } from '../../../../../src/drivers/workers/send/transport.ts'

const answered: Result<StepResponse, Failure> = ok({
  status: 200,
  statusText: 'OK',
  headers: {},
  body: { kind: 'json', value: { access_token: 'token' } },
  bytes: 1,
  milliseconds: 1,
  transport: 'direct',
  url: 'https://id.example.com/token',
})
const failed = (code: string): Result<StepResponse, Failure> => err(sendFailure(code))

/** What was tried, in order, when the two ways out answer like this. */
async function tried(
  mode: AccessMode,
  answers: { readonly direct?: Result<StepResponse, Failure>; readonly relay?: Result<StepResponse, Failure> },
  { hasLocalServer = true, url = 'https://id.example.com/token' } = {},
) {
  const ways: string[] = []
  const way =
    (name: 'direct' | 'relay'): Transport =>
    async ({ hasSecret }) => {
      ways.push(hasSecret ? name : `${name} without care`)
      return answers[name] ?? answered
    }
  const transports = {
    direct: way('direct'),
    relay: way('relay'),
    simulated: way('direct'),
    hasLocalServer,
    pageOrigin: 'http://localhost:4400',
  }
  const request = { method: 'POST', url, headers: [], body: null }
  const result = await callEndpoint({ transports }, mode, request)
  return { ways, result: result.ok ? 'ok' : result.error.code }
}

describe('calling a token endpoint', () => {
  it('V13 goes through the local server where there is one, so that every answer is seen', async () => {
    expect(await tried('automatic', {})).toEqual({ ways: ['relay'], result: 'ok' })
    expect(await tried('automatic', {}, { hasLocalServer: false })).toEqual({ ways: ['direct'], result: 'ok' })
    expect(await tried('direct', {})).toEqual({ ways: ['direct'], result: 'ok' })
    expect(await tried('relay', {})).toEqual({ ways: ['relay'], result: 'ok' })
  })

  it('V13 asks the browser instead only when the local server never dialled', async () => {
    const egress = { relay: failed('egress-blocked') }
    expect(await tried('automatic', egress)).toEqual({ ways: ['relay', 'direct'], result: 'ok' })
    expect(await tried('relay', egress)).toEqual({ ways: ['relay'], result: 'egress-blocked' })
    const far = { url: 'http://id.example.com/token' }
    expect(await tried('automatic', egress, far)).toEqual({ ways: ['relay'], result: 'egress-blocked' })
  })

  it.each(['timeout', 'refused', 'bad-response', 'relay-unavailable', 'tls'])(
    'V13 spends no code twice: %s is not tried another way',
    async (code) => {
      expect(await tried('automatic', { relay: failed(code) })).toEqual({ ways: ['relay'], result: code })
    },
  )

  it('V13 spends no code twice: an answer the browser hides is not asked for again', async () => {
    const blocked = { direct: failed('blocked-or-unreachable') }
    expect(await tried('direct', blocked)).toEqual({ ways: ['direct'], result: 'blocked-or-unreachable' })
    expect(await tried('automatic', { ...blocked, relay: failed('egress-blocked') })).toEqual({
      ways: ['relay', 'direct'],
      result: 'blocked-or-unreachable',
    })
  })
})
