import { pemProblem, type PemKind } from '#domain'
import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = (key: typeof privateKey, type: 'pkcs8' | 'sec1' | 'spki', passphrase?: string) =>
  String(
    key.export({
      format: 'pem',
      type,
      ...(passphrase !== undefined && { cipher: 'aes-256-cbc', passphrase }),
    }),
  )
const pkcs8 = pem(privateKey, 'pkcs8')
const certificate = '-----BEGIN CERTIFICATE-----\nTUlJQg==\n-----END CERTIFICATE-----'
const codeOf = (text: string, kind: PemKind) => pemProblem(text, kind, 'Key')?.code

it.each<[string, string, PemKind, string | undefined]>([
  ['a PKCS #8 key', pkcs8, 'private-key', undefined],
  ['a SEC 1 key', pem(privateKey, 'sec1'), 'private-key', undefined],
  ['an RSA key as OpenSSL wrote it', pkcs8.replaceAll('PRIVATE', 'RSA PRIVATE'), 'private-key', undefined],
  [
    'a key after its curve',
    `-----BEGIN EC PARAMETERS-----\nBggq\n-----END EC PARAMETERS-----\n${pem(privateKey, 'sec1')}`,
    'private-key',
    undefined,
  ],
  ['lines that end with CR and LF', pkcs8.replaceAll('\n', '\r\n'), 'private-key', undefined],
  ['text around it', `Bag Attributes\n${pkcs8}\nend`, 'private-key', undefined],
  ['no PEM at all', 'secret', 'private-key', 'pem-none'],
  ['a key that is cut off', pkcs8.slice(0, 100), 'private-key', 'pem-none'],
  ['a key whose end is of another kind', pkcs8.replace('END PRIVATE', 'END RSA PRIVATE'), 'private-key', 'pem-none'],
  ['a key in PKCS #8 with a passphrase', pem(privateKey, 'pkcs8', 'pass'), 'private-key', 'pem-encrypted'],
  ['a key in the old form with a passphrase', pem(privateKey, 'sec1', 'pass'), 'private-key', 'pem-encrypted'],
  ['a public key', pem(publicKey, 'spki'), 'private-key', 'pem-wrong'],
  ['a certificate where a key belongs', certificate, 'private-key', 'pem-wrong'],
  ['a key of OpenSSH', pkcs8.replaceAll('PRIVATE', 'OPENSSH PRIVATE'), 'private-key', 'pem-wrong'],
  ['two keys', `${pkcs8}${pkcs8}`, 'private-key', 'pem-wrong'],
  ['a key with something else in it', pkcs8.replace(/\n[A-Za-z]/, '\n%'), 'private-key', 'pem-damaged'],
  ['a certificate', certificate, 'certificate', undefined],
  ['a certificate with its chain', `${certificate}\n${certificate}`, 'certificate', undefined],
  ['a key where a certificate belongs', pkcs8, 'certificate', 'pem-wrong'],
  ['a certificate with its key', `${certificate}\n${pkcs8}`, 'certificate', 'pem-wrong'],
  [
    'a request for a certificate',
    certificate.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'),
    'certificate',
    'pem-wrong',
  ],
])('V20 judges %s', (_what, text, kind, expected) => {
  expect(codeOf(text, kind)).toBe(expected)
})

it('repeats nothing of what is in the block', () => {
  const found = pemProblem(pkcs8, 'certificate', 'Certificate')
  expect(found?.params).toEqual({ field: 'Certificate', found: 'PRIVATE KEY' })
})
