import { needed, optional, secret, when, type AuthField } from '../auth-field.ts'

const custom = [when('preset', 'custom')]

/** How a webhook's sender signs it: what vendors do, and everything about it for those not listed. */
export const hmacFields: readonly AuthField[] = [
  {
    ...needed,
    key: 'preset',
    kind: 'choice',
    choices: ['github', 'stripe', 'slack', 'shopify', 'standard-webhooks', 'custom'],
    initial: 'github',
  },
  {
    ...needed,
    key: 'algorithm',
    kind: 'choice',
    choices: ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'],
    initial: 'SHA-256',
    showWhen: custom,
  },
  { ...needed, key: 'signatureHeader', kind: 'header-name', initial: 'X-Signature', showWhen: custom },
  {
    ...needed,
    key: 'encoding',
    kind: 'choice',
    choices: ['hex', 'base64', 'base64url'],
    initial: 'hex',
    showWhen: custom,
  },
  { ...optional, key: 'prefix', kind: 'text', showWhen: custom },
  {
    ...needed,
    key: 'signedContent',
    kind: 'template',
    initial: '${body}',
    placeholders: ['body', 'timestamp', 'id'],
    showWhen: custom,
  },
  /** Between several signatures in one header; empty: there is one. */
  { ...optional, key: 'separator', kind: 'text', showWhen: custom, advanced: true },
  { ...optional, key: 'timestampHeader', kind: 'header-name', showWhen: custom, advanced: true },
  { ...optional, key: 'idHeader', kind: 'header-name', showWhen: custom, advanced: true },
  {
    ...needed,
    key: 'secretEncoding',
    kind: 'choice',
    choices: ['text', 'base64', 'hex'],
    initial: 'text',
    showWhen: custom,
    advanced: true,
  },
  /** Seconds a timestamp may be off. */
  { ...needed, key: 'tolerance', kind: 'number', initial: '300', advanced: true },
  { ...secret, key: 'webhookSecret' },
  { ...secret, key: 'previousSecret', required: false },
]
