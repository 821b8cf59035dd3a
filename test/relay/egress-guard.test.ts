import { describe, expect, it } from 'vitest'
import { createEgressGuard, type ResolveName } from '../../src/relay/egress-guard.ts'

const signal = new AbortController().signal

/** A resolver with a fixed answer that counts how often it is asked. */
function resolver(...addresses: readonly string[]) {
  const asked: string[] = []
  const resolveName: ResolveName = (host) => {
    asked.push(host)
    return Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  }
  return { asked, resolveName }
}

const codeOf = async (url: string, allow: readonly string[], ...addresses: readonly string[]) => {
  const result = await createEgressGuard(allow, resolver(...addresses).resolveName).check(new URL(url), signal)
  return result.ok ? 'passed' : result.error.code
}

describe('createEgressGuard', () => {
  it('passes a public name with the addresses it checked, asking once', async () => {
    const { asked, resolveName } = resolver('93.184.216.34', '2606:2800:220:1::1')
    const result = await createEgressGuard([], resolveName).check(new URL('https://api.example.com/x'), signal)
    expect(result).toMatchObject({
      ok: true,
      value: { host: 'api.example.com', port: 443, addresses: [{ address: '93.184.216.34' }, { family: 6 }] },
    })
    expect(asked).toEqual(['api.example.com'])
  })

  it('refuses a name when only one of its answers is special', async () => {
    expect(await codeOf('http://api.example.com', [], '93.184.216.34', '127.0.0.1')).toBe('egress-blocked')
    expect(await codeOf('http://api.example.com', [], '93.184.216.34', '::ffff:10.0.0.1')).toBe('egress-blocked')
  })

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00:ec2::254]/latest',
    'http://169.254.169.254/latest/meta-data',
  ])('refuses the literal %s without asking for a name', async (url) => {
    const { asked, resolveName } = resolver('93.184.216.34')
    const result = await createEgressGuard([], resolveName).check(new URL(url), signal)
    expect(result).toMatchObject({ ok: false, error: { code: 'egress-blocked' } })
    expect(asked).toEqual([])
  })

  it.each(['http://metadata.google.internal/', 'http://METADATA.google.internal./', 'http://metadata/'])(
    'refuses the metadata name %s whatever it resolves to',
    async (url) => {
      expect(await codeOf(url, [], '93.184.216.34')).toBe('egress-blocked')
    },
  )

  it('allows exactly the host and port that were named', async () => {
    const allow = ['localhost:4010', '[::1]:4010']
    expect(await codeOf('http://localhost:4010/', allow, '127.0.0.1')).toBe('passed')
    expect(await codeOf('http://LOCALHOST:4010/', allow, '127.0.0.1')).toBe('passed')
    expect(await codeOf('http://[::1]:4010/', allow)).toBe('passed')
    expect(await codeOf('http://localhost:4011/', allow, '127.0.0.1')).toBe('egress-blocked')
    expect(await codeOf('http://127.0.0.1:4010/', allow)).toBe('egress-blocked')
    expect(await codeOf('http://other.localhost:4010/', allow, '127.0.0.1')).toBe('egress-blocked')
  })

  it('counts the default port of the protocol', async () => {
    expect(await codeOf('http://printer.test/', ['printer.test:80'], '192.168.1.9')).toBe('passed')
    expect(await codeOf('https://printer.test/', ['printer.test:80'], '192.168.1.9')).toBe('egress-blocked')
  })

  it('says dns when a name has no answer', async () => {
    expect(await codeOf('http://nowhere.test/', [])).toBe('dns')
    const failing: ResolveName = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    expect(await createEgressGuard([], failing).check(new URL('http://nowhere.test/'), signal)).toMatchObject({
      error: { code: 'dns', params: { host: 'nowhere.test', reason: 'ENOTFOUND' } },
    })
  })

  it('stops waiting for a resolver that never answers', async () => {
    const controller = new AbortController()
    const checking = createEgressGuard([], () => new Promise(() => {})).check(
      new URL('http://slow.test/'),
      controller.signal,
    )
    controller.abort('timeout')
    expect(await checking).toMatchObject({ error: { code: 'timeout' } })
  })
})
