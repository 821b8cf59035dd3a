import { methodSecret, needed, optional, secret, shown, when, type AuthField } from '../auth-field.ts'

const code = when('grant', 'authorization-code')

/** RFC 6749 with PKCE (RFC 7636), the device grant (RFC 8628) and `iss` in the answer (RFC 9207). */
export const oauth2Fields: readonly AuthField[] = [
  {
    ...needed,
    key: 'grant',
    kind: 'choice',
    choices: ['authorization-code', 'client-credentials', 'password', 'device'],
    initial: 'authorization-code',
  },
  { ...needed, key: 'authorizationUrl', kind: 'url', showWhen: [code] },
  { ...needed, key: 'deviceUrl', kind: 'url', showWhen: [when('grant', 'device')] },
  { ...needed, key: 'tokenUrl', kind: 'url' },
  { ...needed, key: 'clientId', kind: 'text' },
  { ...methodSecret, key: 'clientSecret', showWhen: [when('grant', 'client-credentials')] },
  {
    ...methodSecret,
    key: 'clientSecret',
    required: false,
    showWhen: [when('grant', 'authorization-code', 'password', 'device')],
  },
  { ...optional, key: 'scopes', kind: 'names' },
  { ...needed, key: 'scopeSeparator', kind: 'choice', choices: ['space', 'comma'], initial: 'space', advanced: true },
  { ...needed, key: 'clientAuth', kind: 'choice', choices: ['header', 'body'], initial: 'header', advanced: true },
  { ...needed, key: 'pkce', kind: 'switch', initial: 'on', showWhen: [code], advanced: true },
  { ...optional, key: 'issuer', kind: 'url', showWhen: [code], advanced: true },
  { ...optional, key: 'authorizationParameters', kind: 'rows', showWhen: [code], advanced: true },
  { ...optional, key: 'tokenParameters', kind: 'rows', advanced: true },
  { ...shown, key: 'username', showWhen: [when('grant', 'password')] },
  { ...secret, key: 'password', showWhen: [when('grant', 'password')] },
]
