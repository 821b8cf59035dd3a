import * as z from 'zod'
import { customFields, customSecrets } from './auth-fields/custom-fields.ts'
import { hmacFields } from './auth-fields/hmac-fields.ts'
import { apiKeyFields, basicFields, bearerFields } from './auth-fields/key-fields.ts'
import { oauth1Fields } from './auth-fields/oauth1-fields.ts'
import { oauth2Fields } from './auth-fields/oauth2-fields.ts'
import { awsSigv4Fields, clientCertificateFields, jwtFields } from './auth-fields/signed-fields.ts'
import type { AuthField } from './auth-field.ts'

/** The ways an API authenticates that Patchbay can do. */
export const AuthTypeKey = z.enum([
  'api-key',
  'oauth2',
  'bearer',
  'basic',
  'oauth1',
  'jwt',
  'aws-sigv4',
  'client-certificate',
  'custom',
  'hmac',
  'none',
])
export type AuthTypeKey = z.infer<typeof AuthTypeKey>

/** What an auth type asks for. Labels, help and "when to use" are texts: `connections.authTypes.<type>.…`. */
export interface AuthTypeFields {
  readonly type: AuthTypeKey
  readonly fields: readonly AuthField[]
}

/** Every auth type with its fields, in the order the form offers them. */
export const AUTH_TYPES: readonly AuthTypeFields[] = [
  { type: 'api-key', fields: apiKeyFields },
  { type: 'oauth2', fields: oauth2Fields },
  { type: 'bearer', fields: bearerFields },
  { type: 'basic', fields: basicFields },
  { type: 'oauth1', fields: oauth1Fields },
  { type: 'jwt', fields: jwtFields },
  { type: 'aws-sigv4', fields: awsSigv4Fields },
  { type: 'client-certificate', fields: clientCertificateFields },
  { type: 'custom', fields: customFields },
  { type: 'hmac', fields: hmacFields },
  { type: 'none', fields: [] },
]

/** The settings that decide which fields a method has. */
export interface AuthSettings {
  readonly type: AuthTypeKey
  readonly settings: Readonly<Record<string, unknown>>
}

/** `settings` of the method; `method-secrets` sealed with it; `values` of the connection; `secrets` sealed with that. */
export type AuthFieldGroup = 'settings' | 'method-secrets' | 'values' | 'secrets'

function groupOf({ of, secret }: AuthField): AuthFieldGroup {
  if (of === 'method') return secret ? 'method-secrets' : 'settings'
  return secret ? 'secrets' : 'values'
}

/** The fields of an auth type, whatever its settings are. */
export function fieldsOf(type: AuthTypeKey): readonly AuthField[] {
  return AUTH_TYPES.find((candidate) => candidate.type === type)?.fields ?? []
}

/** The fields that are asked for while the settings are as they are; of one group, or all. */
export function askedFields({ type, settings }: AuthSettings, group?: AuthFieldGroup): readonly AuthField[] {
  const own = type === 'custom' ? customSecrets(settings) : []
  return [...fieldsOf(type), ...own]
    .filter((field) => group === undefined || groupOf(field) === group)
    .filter(({ showWhen = [] }) =>
      showWhen.every(({ field, in: values }) => values.some((value) => value === settings[field])),
    )
}
