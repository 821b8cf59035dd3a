import { describe, expect, it } from 'vitest'
import { oauth1AuthorizationUrl, oauth1EndpointsOf, readOAuth1Token } from '../../src/auth/oauth1-consent.ts'

describe('OAuth 1.0a with three legs', () => {
  it('V14 reads the tokens of RFC 5849 section 1.2', () => {
    const request = 'oauth_token=hh5s93j4hdidpola&oauth_token_secret=hdhd0244k9j7ao03&oauth_callback_confirmed=true'
    expect(readOAuth1Token(request, 'request')).toEqual({
      ok: true,
      value: { token: 'hh5s93j4hdidpola', secret: 'hdhd0244k9j7ao03' },
    })
    const access = 'oauth_token=nnch734d00sl2jdk&oauth_token_secret=pfkkdhi9sl3r4s00'
    expect(readOAuth1Token(access, 'access')).toMatchObject({ value: { token: 'nnch734d00sl2jdk' } })
  })

  it.each(['', 'oauth_token=a', 'oauth_token=&oauth_token_secret=b', '{"oauth_token":"a"}', '<html>'])(
    'V14 refuses an answer without a token: %s',
    (text) => {
      expect(readOAuth1Token(text, 'access')).toMatchObject({ error: { code: 'oauth1-token-invalid' } })
    },
  )

  it('V14 refuses a request token whose callback was not taken', () => {
    const text = 'oauth_token=a&oauth_token_secret=b'
    expect(readOAuth1Token(text, 'request')).toMatchObject({ error: { code: 'oauth1-token-invalid' } })
    expect(readOAuth1Token(`${text}&oauth_callback_confirmed=false`, 'request').ok).toBe(false)
  })

  it('V14 keeps the query of the address at which it asks', () => {
    const endpoint = new URL('https://photos.example.net/authorize?lang=en')
    expect(oauth1AuthorizationUrl(endpoint, 'a+b/c')).toBe(
      'https://photos.example.net/authorize?lang=en&oauth_token=a%2Bb%2Fc',
    )
  })

  it('V14 wants all three addresses, encrypted unless they are of this machine', () => {
    const settings = {
      requestTokenUrl: 'https://photos.example.net/initiate',
      authorizationUrl: 'https://photos.example.net/authorize',
      accessTokenUrl: 'http://localhost:1/token',
    }
    expect(oauth1EndpointsOf(settings).ok).toBe(true)
    expect(oauth1EndpointsOf({ ...settings, accessTokenUrl: 'http://photos.example.net/token' })).toMatchObject({
      error: { code: 'oauth-insecure-url', params: { host: 'photos.example.net' } },
    })
    expect(oauth1EndpointsOf({ ...settings, requestTokenUrl: undefined })).toMatchObject({
      error: { code: 'oauth-url-invalid', params: { field: 'requestTokenUrl' } },
    })
  })
})
