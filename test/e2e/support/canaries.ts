import { randomBytes, randomUUID } from 'node:crypto'
import type { MirrorApi } from './mirror-api.ts'
import type { TypedConnection } from './ui.ts'

/** A secret that no encoding leaves as it is. */
const canary = (name: string): string => `can"ary\\${name}/+=&%#é ${randomUUID()}`

/** Secrets, the connection they are entered for, and how they come back. */
export interface Canary {
  /** Must be found nowhere. */
  readonly secrets: readonly string[]
  /** Those of them that sign without being sent. */
  readonly unsent?: readonly string[]
  readonly connection: TypedConnection
  /** Where the mirror says a secret back: a path in an answer's body. Null: nothing comes of using it. */
  readonly echo: readonly (string | number)[] | null
}

/** One of each auth type that puts a secret into the request as it is. */
export const canaries = ({ url: baseUrl }: MirrorApi): readonly Canary[] => {
  const secrets = ['header', 'query', 'bearer', 'basic', 'relay'].map(canary)
  const [header = '', query = '', bearer = '', basic = '', relay = ''] = secrets
  const keyIn = (key: string, name: string) => ({ 'API key': key, ...(name && { 'Header name': name }) })
  return [
    {
      secrets: [header],
      connection: {
        name: 'Canary header',
        baseUrl,
        type: 'api-key',
        fields: { ...keyIn(header, 'X-Canary'), 'Value template': 'Key ${key}!' },
      },
      echo: ['body', 'headers', 'x-canary'],
    },
    {
      secrets: [query],
      connection: {
        name: 'Canary query',
        baseUrl,
        type: 'api-key',
        insertIn: 'Query parameter',
        fields: { 'Parameter name': 'canary_key', 'API key': query },
      },
      echo: ['body', 'query', 0, 1],
    },
    {
      secrets: [bearer],
      connection: { name: 'Canary bearer', baseUrl, type: 'bearer', fields: { Token: bearer } },
      echo: ['body', 'headers', 'authorization'],
    },
    {
      secrets: [basic],
      connection: { name: 'Canary basic', baseUrl, type: 'basic', fields: { Username: 'ada', Password: basic } },
      echo: ['body', 'headers', 'authorization'],
    },
    {
      secrets: [relay],
      connection: {
        name: 'Canary relay',
        baseUrl,
        type: 'api-key',
        accessMode: 'relay',
        fields: keyIn(relay, 'X-Canary'),
      },
      echo: ['body', 'headers', 'x-canary'],
    },
  ]
}

/** A key whose lines nobody has seen; nothing can be made with it, so nothing is. */
const canaryKey = (): readonly string[] => Array.from({ length: 3 }, () => randomBytes(48).toString('base64'))

/** One of every auth type that the other list has not. */
export const otherCanaries = ({ url: baseUrl, tokens }: MirrorApi): readonly Canary[] => {
  const authorization = ['body', 'headers', 'authorization']
  const secrets = ['client', 'refused', 'password', 'consumer', 'token', 'signing', 'access', 'session', 'one', 'two']
  const [client = '', refused = '', password = '', consumer = '', token = '', signing = '', ...rest] =
    secrets.map(canary)
  const [access = '', session = '', one = '', two = ''] = rest
  const cookie = `can%ary/+=&#${randomUUID()}`
  const key = canaryKey()
  const pem = (label: string, lines: readonly string[]) =>
    [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')
  const oauth = { type: 'oauth2', baseUrl, choices: { Grant: /^Client credentials/ } } as const
  return [
    {
      secrets: [cookie],
      connection: {
        name: 'Canary cookie',
        baseUrl,
        type: 'api-key',
        insertIn: 'Cookie',
        fields: { 'Cookie name': 'canary', 'API key': cookie },
      },
      echo: ['body', 'headers', 'cookie'],
    },
    {
      secrets: [client, tokens.access, tokens.refresh],
      unsent: [tokens.refresh],
      connection: {
        ...oauth,
        name: 'Canary client',
        fields: { 'Token URL': `${baseUrl}/token`, 'Client ID': 'canary', 'Client secret': client },
      },
      echo: authorization,
    },
    {
      secrets: [refused],
      connection: {
        ...oauth,
        name: 'Canary refused',
        fields: { 'Token URL': `${baseUrl}/no-token`, 'Client ID': 'canary', 'Client secret': refused },
      },
      echo: null,
    },
    {
      secrets: [password, tokens.access],
      connection: {
        ...oauth,
        name: 'Canary password',
        choices: { Grant: /^Password/ },
        fields: { 'Token URL': `${baseUrl}/token`, 'Client ID': 'canary', Username: 'ada', Password: password },
      },
      echo: authorization,
    },
    {
      secrets: [consumer, token],
      connection: {
        name: 'Canary oauth1',
        baseUrl,
        type: 'oauth1',
        choices: { 'Signature method': /^PLAINTEXT/ },
        fields: {
          'Consumer key': 'canary',
          'Consumer secret': consumer,
          'Access token': 'a-token',
          'Token secret': token,
        },
      },
      echo: authorization,
    },
    {
      secrets: [signing],
      unsent: [signing],
      connection: {
        name: 'Canary jwt',
        baseUrl,
        type: 'jwt',
        choices: { Algorithm: /^HS256/ },
        fields: { Issuer: 'canary', 'Signing secret': signing },
      },
      echo: authorization,
    },
    {
      secrets: [access, session],
      unsent: [access],
      connection: {
        name: 'Canary aws',
        baseUrl,
        type: 'aws-sigv4',
        fields: {
          Region: 'eu-west-1',
          Service: 'execute-api',
          'Access key ID': 'AKIDCANARY',
          'Secret access key': access,
          'Session token': session,
        },
      },
      echo: ['body', 'headers', 'x-amz-security-token'],
    },
    {
      secrets: [one, two],
      connection: {
        name: 'Canary custom',
        baseUrl,
        type: 'custom',
        fields: { 'Name 1': 'X-Canary', 'Value 1': 'one ${one} two ${two}', one, two },
      },
      echo: ['body', 'headers', 'x-canary'],
    },
    {
      secrets: key,
      unsent: key,
      connection: {
        name: 'Canary certificate',
        baseUrl: baseUrl.replace('http:', 'https:'),
        type: 'client-certificate',
        fields: { Certificate: pem('CERTIFICATE', canaryKey()), 'Private key': pem('PRIVATE KEY', key) },
      },
      echo: null,
    },
  ]
}

/** The word of a canary by which its steps are called. */
export const wordOf = (canary: { readonly connection: Pick<TypedConnection, 'name'> } | undefined): string =>
  canary?.connection.name.split(' ')[1] ?? ''
