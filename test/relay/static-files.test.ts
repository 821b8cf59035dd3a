import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startLocalServer, writeApp } from './local-server-fixture.ts'

const html = { Accept: 'text/html,application/xhtml+xml' }
const directive = (policy: string | string[] | undefined, name: string) =>
  String(policy)
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1)

describe('pages', () => {
  it.each([
    '/',
    '/index.html',
    '/integrations/int_abc123/flows/flow_1',
    '/connections',
    '/oauth/callback?code=a.b&state=c',
  ])('%s is the application', async (path) => {
    const { call, session } = await startLocalServer()
    const { status, headers, text } = await call('GET', path, { headers: html })
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    const data = /<script type="application\/json" id="server">(.*)<\/script><\/head>/.exec(text)?.[1]
    expect(JSON.parse(data ?? '')).toEqual(session)
  })

  it('no value can end the data element', async () => {
    const { call } = await startLocalServer({ version: '</script><script>alert(1)</script>' })
    const { text } = await call('GET', '/')
    expect(text.match(/<\/script>/g)).toHaveLength(1)
    expect(text).toContain('\\u003c/script>')
  })

  it.each(['/assets/gone-a1B2c3D4.js', '/workers/gone', '/favicon.ico', '/integrations/file.json', '/assets/'])(
    '%s is missing: 404, not a page, even for a navigation',
    async (path) => {
      const { call } = await startLocalServer()
      const answer = await call('GET', path, { headers: html })
      expect(answer.status).toBe(404)
      expect(answer.json()).toEqual({ code: 'not-found' })
    },
  )

  it('a name that is too long for any file is missing', async () => {
    const { call } = await startLocalServer()
    expect((await call('GET', `/assets/${'a'.repeat(300)}.js`)).status).toBe(404)
    expect((await call('GET', `/${'a/'.repeat(3000)}a.js`)).status).toBe(404)
  })

  it('a script that asks for an unknown path gets a 404, not HTML', async () => {
    const { call } = await startLocalServer()
    expect((await call('GET', '/api/things', { headers: { Accept: '*/*' } })).status).toBe(404)
  })

  it('HEAD has the headers without a body; other methods are refused', async () => {
    const { call } = await startLocalServer()
    expect(await call('HEAD', '/')).toMatchObject({ status: 200, text: '' })
    expect(await call('POST', '/')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })
})

describe('files', () => {
  it('hashed ones are cached for ever, others revalidated', async () => {
    const { call } = await startLocalServer()
    const script = await call('GET', '/assets/main-a1B2c3D4.js')
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const icon = await call('GET', '/favicon.svg')
    expect(icon.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' })
    const again = await call('GET', '/favicon.svg', { headers: { 'If-None-Match': String(icon.headers.etag) } })
    expect(again).toMatchObject({ status: 304, text: '' })
  })

  it.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/..%5coutside.txt',
    '/assets/%2e%2e%2f%2e%2e%2foutside.txt',
    '//etc/passwd',
    '/%00',
    '/%E0%A4%A',
    '/.vite/manifest.json',
    '/assets',
  ])('%s leads nowhere', async (path) => {
    const { call } = await startLocalServer()
    const answer = await call('GET', path)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('outside')
  })

  it('a link out of the directory leads nowhere', async () => {
    const appDir = await writeApp()
    await symlink(join(appDir, '../outside.txt'), join(appDir, 'link.txt'))
    const { call } = await startLocalServer({ appDir })
    expect((await call('GET', '/link.txt')).status).toBe(404)
  })
})

describe('headers', () => {
  it('the page: own scripts only, nothing inline, no evaluation, no connection elsewhere, no frame', async () => {
    const { call } = await startLocalServer()
    const { headers } = await call('GET', '/')
    const policy = headers['content-security-policy']
    expect(directive(policy, 'default-src')).toBe("'self'")
    expect(directive(policy, 'script-src')).toBe("'self'")
    expect(directive(policy, 'connect-src')).toBe("'self'")
    expect(directive(policy, 'worker-src')).toBe("'self'")
    expect(directive(policy, 'style-src')).toBe("'self' 'unsafe-inline'")
    for (const name of ['frame-ancestors', 'object-src', 'base-uri']) expect(directive(policy, name)).toBe("'none'")
    expect(policy).not.toMatch(/unsafe-eval|https?:/)
  })

  it.each([
    ['vault-worker', "'self'", "'self' https: http://localhost:* http://127.0.0.1:*"],
    ['runner-worker', "'self'", "'none'"],
    ['sandbox-worker', "'self' 'wasm-unsafe-eval'", "'none'"],
    ['import-worker', "'self'", "'none'"],
    ['other', "'self'", "'none'"],
  ])('%s has its own policy, which no cache outlives', async (name, script, connect) => {
    const { call } = await startLocalServer()
    const { status, headers } = await call('GET', `/workers/${name}-a1B2c3D4.js`)
    expect(status).toBe(200)
    const policy = headers['content-security-policy']
    expect(directive(policy, 'default-src')).toBe("'none'")
    expect(directive(policy, 'script-src')).toBe(script)
    expect(directive(policy, 'connect-src')).toBe(connect)
    expect(policy).not.toContain("'unsafe-eval'")
    expect(headers['cache-control']).toBe('no-cache')
  })

  it.each(['/', '/assets/main-a1B2c3D4.js', '/favicon.svg', '/workers/vault-worker-a1B2c3D4.js'])(
    '%s carries the common ones',
    async (path) => {
      const { call } = await startLocalServer()
      expect((await call('GET', path)).headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin-allow-popups',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
    },
  )
})
