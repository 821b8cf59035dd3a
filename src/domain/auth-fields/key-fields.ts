import { needed, secret, shown, when, type AuthField } from '../auth-field.ts'

export const apiKeyFields: readonly AuthField[] = [
  { ...needed, key: 'insertIn', kind: 'choice', choices: ['header', 'query', 'cookie'], initial: 'header' },
  {
    ...needed,
    key: 'headerName',
    kind: 'header-name',
    initial: 'Authorization',
    showWhen: [when('insertIn', 'header')],
  },
  { ...needed, key: 'parameterName', kind: 'text', initial: 'api_key', showWhen: [when('insertIn', 'query')] },
  { ...needed, key: 'cookieName', kind: 'header-name', initial: 'session', showWhen: [when('insertIn', 'cookie')] },
  { ...needed, key: 'valueTemplate', kind: 'template', initial: '${key}', placeholders: ['key'] },
  { ...secret, key: 'apiKey' },
]

export const bearerFields: readonly AuthField[] = [{ ...secret, key: 'token' }]

export const basicFields: readonly AuthField[] = [
  { ...shown, key: 'username' },
  { ...secret, key: 'password', required: false },
]
