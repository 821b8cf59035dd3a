import { authTypeOf } from '#auth'
import { describe, expect, it } from 'vitest'
import { selfSignedCertificate } from '../fixtures/self-signed-certificate.ts'

const { cert: certificate, key: privateKey } = selfSignedCertificate()
const sign = (url: string, secrets: object) =>
  authTypeOf('client-certificate').sign({ method: 'GET', url, headers: [], body: null }, {}, secrets, {
    clock: () => 0,
    nonce: () => 'n',
  })

describe('client certificate', () => {
  it('goes with the request and changes nothing else about it', async () => {
    expect(await sign('https://api.example.com/', { certificate, privateKey })).toEqual({
      ok: true,
      value: {
        method: 'GET',
        url: 'https://api.example.com/',
        headers: [],
        body: null,
        clientCertificate: { certificate, privateKey },
      },
    })
  })

  it('is refused where there is no TLS to present it in', async () => {
    expect(await sign('http://localhost:4010/', { certificate, privateKey })).toMatchObject({
      error: { code: 'client-certificate-needs-https' },
    })
  })

  it('refuses what is no certificate and no key, naming the field and never the value', async () => {
    for (const [secrets, code, field] of [
      [{ certificate: privateKey, privateKey }, 'pem-wrong', 'certificate'],
      [{ certificate, privateKey: certificate }, 'pem-wrong', 'privateKey'],
      [{ certificate, privateKey: 'hunter2hunter2' }, 'pem-none', 'privateKey'],
    ] as const) {
      const refused = await sign('https://api.example.com/', secrets)
      expect(refused).toMatchObject({ ok: false, error: { code, params: { field } } })
      expect(JSON.stringify(refused)).not.toContain('hunter2')
    }
  })

  it('X10 the key is redacted as a whole and by the line', () => {
    const { values } = authTypeOf('client-certificate').redactionValues({ certificate, privateKey }, {})
    expect(values).toContain(privateKey)
    expect(values).toContain(privateKey.split('\n')[1])
  })
})
