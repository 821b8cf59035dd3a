import { must, type Result } from '#base'
import { builtinConnectors } from '#connectors'
import type { AuthMethod, AuthTypeKey, CredentialId, Workspace } from '#domain'
import { planAuthMethod, planUpdateAuthMethod, type AuthMethodInput } from '#workspace'
import { describe, expect, it } from 'vitest'
import { sequentialIds } from '../../fixtures/sequential-ids.ts'
import { connection, workspaceOf } from '../../fixtures/workspace-builder.ts'

const accepted = <T>(planned: Result<T, unknown>): T => must(planned.ok ? planned.value : undefined, 'a plan')

const connector = builtinConnectors.find(({ key }) => key === 'http')!
const context = () => ({ connector, createId: sequentialIds(), now: 5 })
const input = (type: AuthTypeKey, settings: AuthMethodInput['settings'], secrets = {}): AuthMethodInput => ({
  type,
  name: ' Shop ',
  description: ' for orders ',
  settings,
  secrets,
})

const apiKey = { insertIn: 'header', headerName: ' X-Key ', parameterName: 'api_key', valueTemplate: '${key}' }
const oauth2 = {
  grant: 'client-credentials',
  tokenUrl: 'https://auth.shop.test/token',
  clientId: 'me',
  scopes: 'read,write  admin\nread',
  scopeSeparator: 'space',
  clientAuth: 'header',
  tokenParameters: [
    { name: ' audience ', value: 'shop' },
    { name: ' ', value: '' },
  ],
}

describe('planAuthMethod', () => {
  it('V29 makes an auth method on its own, with only what its type asks for', () => {
    const { authMethod, methodSecrets } = accepted(planAuthMethod(input('api-key', apiKey), context()))
    expect(authMethod).toMatchObject({ connector: 'http', type: 'api-key', name: 'Shop', description: 'for orders' })
    expect(authMethod.settings).toEqual({ insertIn: 'header', headerName: 'X-Key', valueTemplate: '${key}' })
    expect(methodSecrets).toBeNull()
  })

  it('V29 keeps rows that say something, and scopes with one space between', () => {
    const { authMethod } = accepted(planAuthMethod(input('oauth2', oauth2), context()))
    expect(authMethod.settings).toMatchObject({
      scopes: 'read write admin',
      tokenParameters: [{ name: 'audience', value: 'shop' }],
    })
  })

  it('V29 keeps the white space that separates signatures', () => {
    const settings = {
      preset: 'custom',
      algorithm: 'SHA-256',
      signatureHeader: 'X-Signature',
      encoding: 'hex',
      prefix: 'v1, ',
      signedContent: '${body}\n',
      separator: ' ',
      secretEncoding: 'text',
      tolerance: '300',
    }
    const { authMethod } = accepted(planAuthMethod(input('hmac', settings), context()))
    expect(authMethod.settings).toMatchObject({ separator: ' ', prefix: 'v1, ', signedContent: '${body}\n' })
  })

  it('V21 takes the method’s own secret apart, and never into its record', () => {
    const planned = accepted(planAuthMethod(input('oauth2', oauth2, { clientSecret: ' s3cret ' }), context()))
    expect(planned.methodSecrets).toEqual({ clientSecret: 's3cret' })
    expect(JSON.stringify(planned.authMethod)).not.toContain('s3cret')
  })

  it('says at which field something is wrong', () => {
    const planned = planAuthMethod({ ...input('oauth2', { ...oauth2, tokenUrl: 'token' }), name: '' }, context())
    expect(!planned.ok && planned.error.map(({ at, code }) => `${at['field']}: ${code}`)).toEqual([
      'methodName: name-missing',
      'settings.tokenUrl: url-invalid',
    ])
  })
})

describe('planUpdateAuthMethod', () => {
  const settings = { ...oauth2, scopes: '', tokenParameters: [] }
  const built = connection('Shop', { type: 'oauth2', settings })
  const method: AuthMethod = { ...built.authMethod, secretsSet: ['clientSecret'] }
  const plain = workspaceOf([built])
  const sealed = (origins: readonly string[]): Workspace => ({
    ...plain,
    credentials: {
      cred_method: {
        id: 'cred_method' as CredentialId,
        owner: { kind: 'auth-method', authMethod: method.id },
        purpose: { kind: 'organization' },
        origins: [...origins],
        tokenOrigin: null,
        revision: 1,
        fields: ['clientSecret'],
        expiresAt: null,
        lastCheck: null,
        updatedAt: 0,
      },
    },
  })
  const bound = sealed(['https://auth.shop.test'])
  const update = (changes: Partial<AuthMethodInput>, workspace = bound) =>
    planUpdateAuthMethod(method, { name: 'Shop', description: '', settings, ...changes }, workspace)

  it('V43 changes name, description and settings, and nothing else of the record', () => {
    const planned = accepted(update({ name: ' New ', settings: { ...settings, scopes: 'read' } }))
    expect(planned.authMethod).toEqual({ ...method, name: 'New', settings: { ...settings, scopes: 'read' } })
  })

  it('V21 lets a secret that is set be left empty', () => {
    expect(accepted(update({}))).toMatchObject({ methodSecrets: null, forgetsSecrets: false })
    expect(accepted(update({ secrets: { clientSecret: 'new' } }))).toMatchObject({
      methodSecrets: { clientSecret: 'new' },
      forgetsSecrets: false,
    })
  })

  it('X10 blanks the secret when a URL goes to another origin, until it is entered again', () => {
    const moved = { settings: { ...settings, tokenUrl: 'https://evil.test/token' } }
    expect(accepted(update(moved))).toMatchObject({ methodSecrets: null, forgetsSecrets: true })
    expect(accepted(update({ ...moved, secrets: { clientSecret: 'again' } }))).toMatchObject({
      methodSecrets: { clientSecret: 'again' },
    })
    expect(accepted(update(moved, plain))).toMatchObject({ forgetsSecrets: false })
  })

  it('P21 remembers that a secret was entered, whatever became of it since', () => {
    const secretsSet = ['clientSecret']
    const moved = { settings: { ...settings, tokenUrl: 'https://evil.test/token' } }
    for (const planned of [update({}), update({}, plain), update(moved)]) {
      expect(accepted(planned).authMethod).toMatchObject({ secretsSet })
    }
    const never = { ...method, secretsSet: [] }
    const first = { name: 'Shop', description: '', settings, secrets: { clientSecret: 'first' } }
    expect(accepted(planUpdateAuthMethod(never, first, plain)).authMethod).toMatchObject({ secretsSet })
    const without = { ...first, secrets: {} }
    expect(accepted(planUpdateAuthMethod(never, without, plain)).authMethod.secretsSet).toEqual([])
    expect(accepted(planUpdateAuthMethod(never, without, bound)).authMethod).toMatchObject({ secretsSet })
  })

  it('X10 keeps the secret while another path of the same origin is asked', () => {
    const path = { settings: { ...settings, tokenUrl: 'https://auth.shop.test/v2/token' } }
    expect(accepted(update(path))).toMatchObject({ forgetsSecrets: false })
  })
})
