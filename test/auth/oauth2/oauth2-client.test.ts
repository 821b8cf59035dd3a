import { describe, expect, it } from 'vitest'
import { authorizationUrl } from '../../../src/auth/oauth2/authorization-url.ts'
import { oauth2ClientOf } from '../../../src/auth/oauth2/oauth2-client.ts'

const settings = {
  grant: 'authorization-code',
  authorizationUrl: 'https://id.example.com/authorize?tenant=one',
  tokenUrl: 'https://id.example.com/token',
  clientId: 'client',
}

const clientOf = (more: object = {}) => {
  const client = oauth2ClientOf({ ...settings, ...more })
  if (!client.ok) throw new Error(client.error.code)
  return client.value
}

const request = { state: 'the state', redirectUri: 'http://localhost:4400/oauth/callback', challenge: 'challenge' }

describe('an OAuth 2.0 client', () => {
  it('V13 asks with PKCE by S256 unless it is switched off', () => {
    const asked = (more: object) => {
      const client = clientOf(more)
      return new URL(
        authorizationUrl(client, client.authorizationUrl!, { ...request, challenge: client.pkce ? 'challenge' : null }),
      ).searchParams
    }
    expect(Object.fromEntries(asked({}))).toEqual({
      tenant: 'one',
      response_type: 'code',
      client_id: 'client',
      redirect_uri: request.redirectUri,
      state: 'the state',
      code_challenge: 'challenge',
      code_challenge_method: 'S256',
    })
    expect(asked({ pkce: 'off' }).has('code_challenge')).toBe(false)
  })

  it.each([
    ['space', 'read write', 'read write'],
    ['space', 'read, write\nadmin', 'read write admin'],
    ['comma', 'read write', 'read,write'],
    ['comma', ' read,write ', 'read,write'],
  ])('V13 puts a %s between the scopes “%s”', (scopeSeparator, scopes, scope) => {
    expect(clientOf({ scopeSeparator, scopes }).scope).toBe(scope)
  })

  it('V13 adds parameters, none of which replaces one of the protocol', () => {
    const client = clientOf({
      authorizationParameters: [
        { name: 'access_type', value: 'offline' },
        { name: 'state', value: 'mine' },
        { name: '', value: 'ignored' },
      ],
    })
    const query = new URL(authorizationUrl(client, client.authorizationUrl!, request)).searchParams
    expect(query.get('access_type')).toBe('offline')
    expect(query.getAll('state')).toEqual(['the state'])
    expect(query.has('')).toBe(false)
  })

  it.each([
    [{ tokenUrl: 'http://id.example.com/token' }, 'oauth-insecure-url'],
    [{ authorizationUrl: 'http://192.168.1.7/authorize' }, 'oauth-insecure-url'],
    [{ authorizationUrl: 'id.example.com' }, 'oauth-url-invalid'],
    [{ tokenUrl: 'https://user:pass@id.example.com/token' }, 'oauth-url-invalid'],
    [{ tokenUrl: 'javascript:alert(1)' }, 'oauth-url-invalid'],
    [{ grant: 'device', deviceUrl: '' }, 'oauth-url-invalid'],
    [{ clientId: '' }, 'auth-settings-invalid'],
  ])('V13 refuses %j', (more, code) => {
    expect(oauth2ClientOf({ ...settings, ...more })).toMatchObject({ error: { code } })
  })

  it.each(['http://localhost:4455/token', 'http://127.0.0.1/token', 'http://[::1]:80/token'])(
    'V13 takes http on this machine: %s',
    (tokenUrl) => {
      expect(clientOf({ tokenUrl }).tokenUrl.protocol).toBe('http:')
    },
  )
})
