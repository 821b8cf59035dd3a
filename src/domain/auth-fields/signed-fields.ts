import { needed, optional, secret, shown, when, type AuthField } from '../auth-field.ts'

const HS = ['HS256', 'HS384', 'HS512'] as const
const RS_ES = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384'] as const

/** A token signed for each request (RFC 7519, RFC 7523 section 3 for what is usual in it). */
export const jwtFields: readonly AuthField[] = [
  { ...needed, key: 'algorithm', kind: 'choice', choices: [...HS, ...RS_ES], initial: 'RS256' },
  { ...optional, key: 'issuer', kind: 'text' },
  { ...optional, key: 'subject', kind: 'text' },
  { ...optional, key: 'audience', kind: 'text' },
  /** Seconds. */
  { ...needed, key: 'lifetime', kind: 'number', initial: '300' },
  { ...optional, key: 'keyId', kind: 'text', advanced: true },
  { ...optional, key: 'claims', kind: 'rows', advanced: true },
  { ...needed, key: 'headerName', kind: 'header-name', initial: 'Authorization', advanced: true },
  {
    ...needed,
    key: 'valueTemplate',
    kind: 'template',
    initial: 'Bearer ${token}',
    placeholders: ['token'],
    advanced: true,
  },
  { ...secret, key: 'signingSecret', showWhen: [when('algorithm', ...HS)] },
  { ...secret, key: 'privateKey', kind: 'pem', showWhen: [when('algorithm', ...RS_ES)] },
]

/** AWS Signature Version 4. Region and service are guessed from AWS's own host names where they are left out. */
export const awsSigv4Fields: readonly AuthField[] = [
  { ...optional, key: 'region', kind: 'text' },
  { ...optional, key: 'service', kind: 'text' },
  { ...shown, key: 'accessKeyId' },
  { ...secret, key: 'secretAccessKey' },
  { ...secret, key: 'sessionToken', required: false },
]

/** Mutual TLS. The certificate is public, but as long as a key: it is sealed with it. */
export const clientCertificateFields: readonly AuthField[] = [
  { ...secret, key: 'certificate', kind: 'pem' },
  { ...secret, key: 'privateKey', kind: 'pem' },
]
