import { builtinConnectors } from '#connectors'
import type { AuthTypeKey } from '#domain'
import { planCreateConnection, planUpdateConnection, type ConnectionInput } from '#workspace'
import { en, formProblems } from '#texts'
import { describe, expect, it } from 'vitest'
import { sequentialIds } from '../../fixtures/sequential-ids.ts'
import { authMethodId, connection, workspaceOf } from '../../fixtures/workspace-builder.ts'

const httpConnector = builtinConnectors.find(({ key }) => key === 'http')!
const demoConnector = builtinConnectors.find(({ key }) => key === 'demo')!
const context = (workspace = workspaceOf(), connector = httpConnector) => ({
  connector,
  workspace,
  createId: sequentialIds(),
  now: 5,
})

const apiKey = (settings: Record<string, string> = {}) => ({
  type: 'api-key' as AuthTypeKey,
  name: 'API key',
  description: '',
  settings: { insertIn: 'header', headerName: 'X-Key', parameterName: 'api_key', valueTemplate: '${key}', ...settings },
})
const input = (changes: Partial<ConnectionInput> = {}): ConnectionInput => ({
  name: 'Shop',
  description: '',
  baseUrl: 'https://api.shop.test/v1',
  accessMode: 'automatic',
  authMethod: { create: apiKey() },
  values: {},
  secrets: { apiKey: 's3cret-value' },
  ...changes,
})
const oauth2 = { scopes: '', scopeSeparator: 'space', clientAuth: 'header', tokenParameters: [] }
const withType = (type: AuthTypeKey, changes: Partial<ConnectionInput> = {}) =>
  input({ authMethod: { create: { type, name: 'M', description: '', settings: {} } }, secrets: {}, ...changes })

/** What is wrong, as `field: code`. */
function wrong(changes: Partial<ConnectionInput>, connector = httpConnector): readonly string[] {
  const planned = planCreateConnection(input(changes), context(workspaceOf(), connector))
  return planned.ok ? [] : planned.error.map(({ at, code }) => `${at['field']}: ${code}`)
}

describe('planCreateConnection', () => {
  it('V32 makes the connection, its auth method and the secrets to seal', () => {
    const planned = planCreateConnection(
      input({
        name: ' Shop ',
        baseUrl: ' https://api.shop.test/v1 ',
        secrets: { apiKey: 's3cret-value\n', other: 'x' },
      }),
      context(workspaceOf([connection('Shop')])),
    )
    expect(planned).toMatchObject({
      ok: true,
      value: {
        connection: {
          stableKey: 'shop-2',
          name: 'Shop',
          connector: 'http',
          baseUrl: 'https://api.shop.test/v1',
          createdAt: 5,
        },
        authMethod: { connector: 'http', type: 'api-key', settings: { insertIn: 'header', headerName: 'X-Key' } },
        secrets: { apiKey: 's3cret-value' },
      },
    })
    // `parameterName` belongs to keys in the query and is not asked for here.
    expect(planned.ok && planned.value.authMethod?.settings).not.toHaveProperty('parameterName')
    expect(JSON.stringify(planned.ok && [planned.value.connection, planned.value.authMethod])).not.toContain('s3cret')
  })

  it('V27 takes an auth method that exists', () => {
    const workspace = workspaceOf([connection('Other', { type: 'bearer' })])
    const planned = planCreateConnection(
      input({ authMethod: { existing: authMethodId('Other') }, secrets: { token: 't' } }),
      context(workspace),
    )
    expect(planned).toMatchObject({
      value: { authMethod: null, connection: { authMethod: authMethodId('Other') }, secrets: { token: 't' } },
    })
  })

  it('V30 may leave test credentials for later', () => {
    expect(planCreateConnection(input({ secrets: {} }), context())).toMatchObject({ value: { secrets: null } })
    expect(planCreateConnection(input({ secrets: { apiKey: ' \n' } }), context())).toMatchObject({
      value: { secrets: null },
    })
  })

  it.each<[string, Partial<ConnectionInput>, readonly string[]]>([
    ['no name', { name: ' ' }, ['name: name-missing']],
    ['no base URL', { baseUrl: '' }, ['baseUrl: base-url-missing']],
    ['no URL', { baseUrl: 'api.shop.test' }, ['baseUrl: base-url-invalid']],
    ['a host with a port', { baseUrl: 'localhost:8080' }, ['baseUrl: base-url-invalid']],
    ['another scheme', { baseUrl: 'ftp://shop.test' }, ['baseUrl: base-url-scheme']],
    ['a script', { baseUrl: 'javascript:alert(1)' }, ['baseUrl: base-url-scheme']],
    ['a password in the URL', { baseUrl: 'https://ada:x@shop.test' }, ['baseUrl: base-url-credentials']],
    ['a query', { baseUrl: 'https://shop.test/?a=1' }, ['baseUrl: base-url-query']],
    ['a fragment', { baseUrl: 'https://shop.test/#' }, ['baseUrl: base-url-query']],
    ['a path of this origin', { baseUrl: '/demo' }, ['baseUrl: base-url-invalid']],
    [
      'an auth method that has gone',
      { authMethod: { existing: authMethodId('Gone') } },
      ['method: auth-method-not-found'],
    ],
    ['a nameless method', { authMethod: { create: { ...apiKey(), name: '' } } }, ['methodName: name-missing']],
    [
      'a header that is none',
      { authMethod: { create: apiKey({ headerName: 'X Key:' }) } },
      ['settings.headerName: header-name-invalid'],
    ],
    [
      'a header with a line break',
      { authMethod: { create: apiKey({ headerName: 'X-Key\nHost' }) } },
      ['settings.headerName: header-name-invalid'],
    ],
    [
      'a header of the connection itself',
      { authMethod: { create: apiKey({ headerName: 'Content-Length' }) } },
      ['settings.headerName: header-name-forbidden'],
    ],
    [
      'a template without the key',
      { authMethod: { create: apiKey({ valueTemplate: 'Bearer' }) } },
      ['settings.valueTemplate: key-template-placeholder'],
    ],
    [
      'a template with a line break',
      { authMethod: { create: apiKey({ valueTemplate: 'Bearer\n${key}' }) } },
      ['settings.valueTemplate: field-newline'],
    ],
    [
      'a place that is none',
      { authMethod: { create: apiKey({ insertIn: 'body' }) } },
      ['settings.insertIn: field-choice'],
    ],
    [
      'a nameless query parameter',
      { authMethod: { create: apiKey({ insertIn: 'query', parameterName: '' }) } },
      ['settings.parameterName: field-missing'],
    ],
    ['a line break inside the secret', { secrets: { apiKey: 'a\nb' } }, ['secrets.apiKey: field-newline']],
    ['a control character', { secrets: { apiKey: 'a\u0000b' } }, ['secrets.apiKey: field-control-character']],
    ['what a header cannot carry', { secrets: { apiKey: 'schlüssel€' } }, ['secrets.apiKey: field-not-latin']],
    [
      'several things',
      { name: '', baseUrl: 'x', secrets: { apiKey: 'a\nb' } },
      ['name: name-missing', 'baseUrl: base-url-invalid', 'secrets.apiKey: field-newline'],
    ],
  ])('says at its field that it was given %s', (_what, changes, expected) => {
    expect(wrong(changes)).toEqual(expected)
    for (const line of expected) expect(Object.keys({ ...en.problems, ...formProblems })).toContain(line.split(': ')[1])
  })

  it('never repeats a secret in a problem', () => {
    const planned = planCreateConnection(input({ secrets: { apiKey: 'top\nsecret' } }), context())
    expect(JSON.stringify(planned)).not.toContain('secret"')
    expect(JSON.stringify(planned)).not.toContain('top')
  })

  it('accepts a relative base URL only where the connector offers it', () => {
    const demo = { baseUrl: '/demo', authMethod: { create: apiKey() } }
    expect(wrong(demo, demoConnector)).toEqual([])
    expect(wrong({ ...demo, baseUrl: '/other' }, demoConnector)).toEqual(['baseUrl: base-url-invalid'])
  })

  it('asks basic auth for a user name, and lets its password be empty', () => {
    const fields = (changes: Partial<ConnectionInput>) => wrong(withType('basic', changes))
    expect(fields({})).toEqual(['values.username: field-missing'])
    expect(fields({ values: { username: 'ada:x' } })).toEqual(['values.username: username-colon'])
    expect(fields({ values: { username: 'ada' } })).toEqual([])
  })

  it('V32 makes an auth method with its own secrets apart from the connection’s', () => {
    const settings = { grant: 'password', tokenUrl: 'https://auth.shop.test/token', clientId: 'me' }
    const create = { type: 'oauth2' as const, name: 'Sign in', description: '', settings: { ...oauth2, ...settings } }
    const planned = planCreateConnection(
      input({
        authMethod: { create: { ...create, secrets: { clientSecret: ' for-the-method ', other: 'x' } } },
        values: { username: 'ada' },
        secrets: { password: 'for-the-connection' },
      }),
      context(),
    )
    expect(planned).toMatchObject({
      value: {
        methodSecrets: { clientSecret: 'for-the-method' },
        secrets: { password: 'for-the-connection' },
        connection: { values: { username: 'ada' } },
      },
    })
  })

  it('V21 seals what an auth method that exists lacks, and asks for no more', () => {
    const settings = {
      ...oauth2,
      grant: 'client-credentials',
      tokenUrl: 'https://auth.shop.test/token',
      clientId: 'me',
    }
    const workspace = workspaceOf([connection('Other', { type: 'oauth2', settings })])
    const existing = { existing: authMethodId('Other') }
    const planned = (changes: Partial<ConnectionInput>) =>
      planCreateConnection(input({ authMethod: existing, secrets: {}, ...changes }), context(workspace))
    expect(planned({})).toMatchObject({ value: { methodSecrets: null, authMethod: null } })
    expect(planned({ methodSecrets: { clientSecret: 'late' } })).toMatchObject({
      value: {
        methodSecrets: { clientSecret: 'late' },
        authMethod: { id: authMethodId('Other'), secretsSet: ['clientSecret'] },
        secrets: null,
      },
    })
    expect(planned({ methodSecrets: { clientSecret: 'a\nb' } })).toMatchObject({
      error: [{ code: 'field-newline', at: { field: 'methodSecrets.clientSecret' } }],
    })
  })

  it('D13 presents a client certificate only over https', () => {
    const at = (baseUrl: string) => wrong(withType('client-certificate', { baseUrl }))
    expect(at('http://localhost:3000')).toEqual(['baseUrl: base-url-needs-https'])
    expect(at('https://localhost:3000')).toEqual([])
  })

  it('V47 asks nothing where authentication is bypassed', () => {
    expect(wrong(withType('none'))).toEqual([])
  })
})

describe('planUpdateConnection', () => {
  it('keeps the id, the stable key and when it was made', () => {
    const known = connection('Shop', { type: 'bearer', createdAt: 1 })
    const changes = input({ name: 'Renamed', authMethod: { existing: authMethodId('Shop') }, secrets: {} })
    const planned = planUpdateConnection(known.connection, changes, context(workspaceOf([known])))
    expect(planned).toMatchObject({
      value: {
        connection: { id: known.connection.id, stableKey: 'shop', createdAt: 1, name: 'Renamed' },
        authMethod: null,
        secrets: null,
      },
    })
  })

  it('P21 remembers which secrets were entered, and keeps that while others are changed', () => {
    const authMethod = { existing: authMethodId('Shop') }
    const known = connection('Shop', { type: 'basic', secretsSet: ['password'] })
    const changes = input({ authMethod, values: { username: 'ada' }, secrets: {} })
    const workspace = context(workspaceOf([known]))
    expect(planUpdateConnection(known.connection, changes, workspace)).toMatchObject({
      value: { connection: { secretsSet: ['password'] } },
    })
    expect(planCreateConnection(changes, workspace)).toMatchObject({ value: { connection: { secretsSet: [] } } })
    expect(planCreateConnection({ ...changes, secrets: { password: 'pw' } }, workspace)).toMatchObject({
      value: { connection: { secretsSet: ['password'] } },
    })
  })
})
