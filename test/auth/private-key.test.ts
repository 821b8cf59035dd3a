import { generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { importPrivateKey, type KeyUse } from '../../src/auth/private-key.ts'
import { ecKeys, rsaKeys } from '../fixtures/private-keys.ts'
import { selfSignedCertificate } from '../fixtures/self-signed-certificate.ts'

const rsa = rsaKeys()
const p256 = ecKeys('P-256')
const p384 = ecKeys('P-384')
const p521 = ecKeys('P-521')
const koblitz = ecKeys('secp256k1')
const pkcs8 = { type: 'pkcs8', format: 'pem' } as const
const ed25519 = String(generateKeyPairSync('ed25519').privateKey.export(pkcs8))
const pss = String(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey.export(pkcs8))

const RS256: KeyUse = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', leastBits: 2048 }
const ES256: KeyUse = { name: 'ECDSA', namedCurve: 'P-256' }
const ES384: KeyUse = { name: 'ECDSA', namedCurve: 'P-384' }
const data = new TextEncoder().encode('what do ya want for nothing?')
const garbage = (label: string) => `-----BEGIN ${label}-----\naHVudGVyMmh1bnRlcjI=\n-----END ${label}-----`

describe('a private key as PEM', () => {
  it.each<[string, string, KeyUse, typeof rsa.publicKey]>([
    ['PKCS#8 with RSA', rsa.pkcs8, RS256, rsa.publicKey],
    ['PKCS#1', rsa.pkcs1, RS256, rsa.publicKey],
    ['PKCS#8 on P-256', p256.pkcs8, ES256, p256.publicKey],
    ['SEC1 on P-256', p256.sec1, ES256, p256.publicKey],
    ['PKCS#8 on P-384', p384.pkcs8, ES384, p384.publicKey],
    ['SEC1 on P-384', p384.sec1, ES384, p384.publicKey],
    ['SEC1 after its curve', `${garbage('EC PARAMETERS')}\n${p256.sec1}`, ES256, p256.publicKey],
    ['lines that end with CR and LF', rsa.pkcs1.replaceAll('\n', '\r\n'), RS256, rsa.publicKey],
    ['spaces around it', `\n  ${rsa.pkcs8}  \n`, RS256, rsa.publicKey],
    ['a single line', p256.pkcs8.replace(/\n(?!-|$)/g, ''), ES256, p256.publicKey],
  ])('V14 signs what its public key verifies: %s', async (_what, pem, use, key) => {
    const imported = await importPrivateKey(pem, use, 'privateKey')
    if (!imported.ok) throw new Error(imported.error.code)
    const scheme = use.name === 'ECDSA' ? { name: use.name, hash: 'SHA-256' } : use.name
    const signature = new Uint8Array(await crypto.subtle.sign(scheme, imported.value, data))
    expect(verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    expect(imported.value.extractable).toBe(false)
  })

  it.each<[string, string, KeyUse, object]>([
    ['nothing', '', RS256, { code: 'auth-value-missing' }],
    ['a word', 'hunter2', RS256, { code: 'pem-none' }],
    ['a key in PKCS#8 with a passphrase', rsa.encrypted, RS256, { code: 'pem-encrypted' }],
    ['a key in SEC1 with a passphrase', p256.encrypted, ES256, { code: 'pem-encrypted' }],
    ['a public key', rsa.spki, RS256, { code: 'pem-wrong' }],
    ['a certificate', selfSignedCertificate().cert, ES256, { code: 'pem-wrong' }],
    ['Base64 that is no key', garbage('PRIVATE KEY'), RS256, { code: 'pem-kind', params: { expected: 'RSA' } }],
    ['Base64 that is no RSA key', garbage('RSA PRIVATE KEY'), RS256, { code: 'pem-kind' }],
    ['Base64 that is no EC key', garbage('EC PRIVATE KEY'), ES256, { code: 'pem-kind' }],
    ['Base64 of a wrong length', garbage('PRIVATE KEY').replace('=', ''), RS256, { code: 'pem-kind' }],
    ['a key on a curve for RSA', p256.pkcs8, RS256, { code: 'pem-kind', params: { expected: 'RSA' } }],
    ['a SEC1 key for RSA', p256.sec1, RS256, { code: 'pem-kind', params: { expected: 'RSA' } }],
    ['an RSA key for a curve', rsa.pkcs8, ES256, { code: 'pem-kind', params: { expected: 'ECDSA P-256' } }],
    ['a PKCS#1 key for a curve', rsa.pkcs1, ES384, { code: 'pem-kind', params: { expected: 'ECDSA P-384' } }],
    ['a key of RSA-PSS alone', pss, RS256, { code: 'pem-kind' }],
    ['a key of Ed25519', ed25519, ES256, { code: 'pem-kind' }],
    ['P-384 for P-256', p384.pkcs8, ES256, { code: 'pem-kind' }],
    ['P-384 in SEC1 for P-256', p384.sec1, ES256, { code: 'pem-kind' }],
    ['P-256 in SEC1 for P-384', p256.sec1, ES384, { code: 'pem-kind' }],
    ['P-521 in SEC1 for P-384', p521.sec1, ES384, { code: 'pem-kind' }],
    ['secp256k1 for P-256', koblitz.pkcs8, ES256, { code: 'pem-kind' }],
    ['secp256k1 in SEC1 for P-256', koblitz.sec1, ES256, { code: 'pem-kind' }],
    ['1024 bits', rsaKeys(1024).pkcs8, RS256, { code: 'private-key-short', params: { bits: 2048 } }],
  ])('V14 refuses %s, naming the field and never the key', async (_what, pem, use, error) => {
    const refused = await importPrivateKey(pem, use, 'privateKey')
    expect(refused).toMatchObject({ ok: false, error })
    expect(refused).toMatchObject({ error: { params: { field: 'privateKey' } } })
    const lines = pem.split('\n').filter((line) => line !== '' && !line.startsWith('-----'))
    for (const line of lines) expect(JSON.stringify(refused)).not.toContain(line)
  })
})
