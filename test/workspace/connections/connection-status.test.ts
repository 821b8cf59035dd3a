import type { CredentialInfo, Workspace } from '#domain'
import { connectionStatus, statusChangesAt } from '#workspace'
import { describe, expect, it } from 'vitest'
import { connection, workspaceOf } from '../../fixtures/workspace-builder.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = 100 * DAY

/** The status of a connection, with something changed in its credential. */
function statusOf(options: Parameters<typeof connection>[1], changes: Partial<CredentialInfo> = {}) {
  const built = connection('Shop', options)
  const workspace = workspaceOf([{ ...built, credential: built.credential && { ...built.credential, ...changes } }])
  return connectionStatus(built.connection, workspace, NOW)
}
const bearer = { type: 'bearer', credential: true } as const

describe('connectionStatus', () => {
  it.each<[string, ReturnType<typeof statusOf>, string]>([
    ['P21 not configured without a test credential', statusOf({ type: 'bearer' }), 'not-configured'],
    ['untested before its first request', statusOf(bearer), 'untested'],
    ['ok after one', statusOf(bearer, { lastCheck: { at: 1, outcome: 'ok', status: 200 } }), 'ok'],
    ['expiring shortly before the end', statusOf(bearer, { expiresAt: NOW + DAY }), 'expiring'],
    ['not yet expiring long before', statusOf(bearer, { expiresAt: NOW + 30 * DAY }), 'untested'],
    ['expired after the end', statusOf(bearer, { expiresAt: NOW }), 'expired'],
    ['V47 bypassed without authentication', statusOf({ type: 'none' }), 'bypassed'],
    [
      'not configured when a field without secret is empty',
      statusOf({ type: 'basic', credential: true }),
      'not-configured',
    ],
    [
      'configured when it is filled in',
      statusOf({ type: 'basic', credential: true, values: { username: 'ada' } }),
      'untested',
    ],
    [
      'configured without a secret that is not required',
      statusOf({ type: 'basic', values: { username: 'ada' } }),
      'untested',
    ],
    [
      'not configured when its base URL leads elsewhere than its credential is bound to',
      statusOf({ ...bearer, baseUrl: 'https://other.test' }),
      'not-configured',
    ],
    ['still configured at another path', statusOf({ ...bearer, baseUrl: 'https://api.test/v2' }), 'untested'],
  ])('is %s', (_what, status, kind) => {
    expect(status.kind).toBe(kind)
  })

  it('V13 is called expiring in the last tenth of a short life, not as soon as it is there', () => {
    const hour = 60 * 60 * 1000
    const life = { updatedAt: NOW, expiresAt: NOW + hour }
    const built = connection('Shop', bearer)
    const workspace = workspaceOf([{ ...built, credential: built.credential && { ...built.credential, ...life } }])
    const kindAt = (now: number) => connectionStatus(built.connection, workspace, now).kind
    expect([NOW, NOW + 0.89 * hour, NOW + 0.91 * hour, NOW + hour].map(kindAt)).toEqual([
      'untested',
      'untested',
      'expiring',
      'expired',
    ])
    const next = (now: number) => statusChangesAt(built.connection, workspace, now)
    expect([next(NOW), next(NOW + 0.91 * hour), next(NOW + hour)]).toEqual([NOW + 0.9 * hour, NOW + hour, null])
  })

  it('V13 needs to be connected again when no new tokens are given, whatever the last one does', () => {
    const settings = { grant: 'authorization-code', tokenUrl: 'https://id.test/token' }
    const fields = ['accessToken', 'refreshToken']
    const oauth = { type: 'oauth2', credential: true, settings } as const
    const over = { at: 1, outcome: 'invalid-grant', status: 400 } as const
    expect(statusOf(oauth, { fields, lastCheck: over, expiresAt: NOW + DAY }).kind).toBe('needs-reconnect')
    expect(statusOf(oauth, { fields, expiresAt: NOW - DAY }).kind).toBe('untested')
    expect(statusOf(oauth, { fields: ['accessToken'], expiresAt: NOW - DAY }).kind).toBe('expired')
    expect(statusOf(oauth, { fields: [] }).kind).toBe('not-configured')
  })

  it('X10 V13 needs something for a token URL of another origin', () => {
    const tokenOrigin = 'https://other.test'
    const ofGrant = (grant: string, fields: string[]) => {
      const settings = { grant, tokenUrl: 'https://id.test/token' }
      const oauth = { type: 'oauth2', credential: true, settings, values: { username: 'ada' } } as const
      return statusOf(oauth, { fields, tokenOrigin }).kind
    }
    expect(ofGrant('authorization-code', ['accessToken', 'refreshToken'])).toBe('needs-reconnect')
    expect(ofGrant('authorization-code', ['accessToken'])).toBe('untested')
    expect(ofGrant('password', ['password'])).toBe('not-configured')
  })

  it('P21 misses a secret that may be left out once it was entered, as after a reset of the vault', () => {
    const basic = { type: 'basic', values: { username: 'ada' } } as const
    expect(statusOf({ ...basic, secretsSet: ['password'] }).kind).toBe('not-configured')
    expect(statusOf({ ...basic, secretsSet: ['password'], credential: true }).kind).toBe('untested')
    const built = connection('Shop', { type: 'oauth2', credential: true, settings: { grant: 'authorization-code' } })
    const token = { ...built.credential!, fields: ['accessToken'] }
    const confidential = {
      ...built,
      credential: token,
      authMethod: { ...built.authMethod, secretsSet: ['clientSecret'] },
    }
    const kindOf = (one: typeof built) => connectionStatus(one.connection, workspaceOf([one]), NOW).kind
    expect([kindOf({ ...built, credential: token }), kindOf(confidential)]).toEqual(['untested', 'not-configured'])
  })

  it('says why it fails', () => {
    const lastCheck = { at: 1, outcome: 'unauthorized', status: 401 } as const
    expect(statusOf(bearer, { lastCheck })).toEqual({ kind: 'failing', why: 'unauthorized', status: 401 })
  })

  it('is missing when the workspace has no such connection, and not configured without its auth method', () => {
    const built = connection('Shop', bearer)
    const workspace: Workspace = { ...workspaceOf([built]), authMethods: {} }
    expect(connectionStatus(undefined, workspace, NOW).kind).toBe('missing')
    expect(connectionStatus(built.connection, workspace, NOW).kind).toBe('not-configured')
  })
})
