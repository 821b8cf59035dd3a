import { authTypeOf } from '#auth'
import { describe, expect, it } from 'vitest'
import { clientAuthorization } from '../../../src/auth/oauth2/client-authorization.ts'

const shown = (header: string) => Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8')

describe('a client that authenticates in the header', () => {
  it('V13 writes the example of RFC 6749 section 2.3.1', () => {
    expect(clientAuthorization('s6BhdRkqt3', '7Fjfp0ZBr1KtDRbnfVdmIw')).toBe(
      'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3',
    )
  })

  it.each([
    ['a:b', 'a%3Ab'],
    ['a+b', 'a%2Bb'],
    ['a%b', 'a%25b'],
    ['é', '%C3%A9'],
    ['a b', 'a+b'],
    ['🔑', '%F0%9F%94%91'],
    ['a&b=c', 'a%26b%3Dc'],
    // Nothing that need not be: many providers compare what comes without decoding it.
    ['GOCSPX-a_b.c*d', 'GOCSPX-a_b.c*d'],
  ])('V13 form-encodes a secret before Base64: %s', (secret, encoded) => {
    expect(shown(clientAuthorization('id', secret))).toBe(`id:${encoded}`)
    expect(shown(clientAuthorization(secret, 'secret'))).toBe(`${encoded}:secret`)
  })
})

it('X10 a client secret is known to the redactor as it is escaped in the header, too', () => {
  const { values } = authTypeOf('oauth2').redactionValues({ accessToken: 'token', clientSecret: 'a b+c%é' }, {})
  expect(values).toEqual(expect.arrayContaining(['a b+c%é', 'a+b%2Bc%25%C3%A9']))
})
