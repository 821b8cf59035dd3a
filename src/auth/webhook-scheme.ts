import * as z from 'zod'
import type { HashName } from './hash.ts'

/** How a webhook's sender signs it. Header names in lower case. */
export interface WebhookScheme {
  readonly hash: HashName
  readonly header: string
  readonly encoding: 'hex' | 'base64' | 'base64url'
  /** Stands before each signature: `sha256=`, `v1,`. */
  readonly prefix: string
  /** Stands between several signatures in the header; empty: there is one. */
  readonly separator: string
  /** What is signed: `${body}` is the raw body, `${timestamp}` and `${id}` are what the sender says. */
  readonly content: string
  /** Where the timestamp is: a header of its own, or a part of the signature's header that begins so. */
  readonly timestamp: { readonly header: string } | { readonly part: string } | null
  readonly idHeader: string | null
  /** `whsec`: base64 after an optional `whsec_`. */
  readonly secret: 'text' | 'base64' | 'hex' | 'whsec'
}

const Text = z.string().default('')

const Fields = z.object({
  preset: z.enum(['github', 'stripe', 'slack', 'shopify', 'standard-webhooks', 'custom']),
  algorithm: z.enum(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']).default('SHA-256'),
  signatureHeader: Text,
  encoding: z.enum(['hex', 'base64', 'base64url']).default('hex'),
  prefix: Text,
  signedContent: z.string().default('${body}'),
  separator: z.string().default(''),
  timestampHeader: Text,
  idHeader: Text,
  secretEncoding: z.enum(['text', 'base64', 'hex']).default('text'),
  /** Seconds a timestamp may be off. */
  tolerance: z.coerce.number().positive().max(86_400).default(300),
})

/** Whether a place stands in what is signed exactly if there is a header that fills it. */
const isFilled = (content: string, place: string, header: string): boolean =>
  content.includes(place) === (header.trim() !== '')

/**
 * What a person said of a sender that is not listed has to protect something: a body that is not signed could be anybody's,
 * and so could a timestamp or an id.
 */
export const HmacSettings = Fields.superRefine((settings, context) => {
  if (settings.preset !== 'custom') return
  const { signatureHeader, signedContent, timestampHeader, idHeader } = settings
  const refuse = (field: keyof HmacSettings) => context.addIssue({ code: 'custom', path: [field] })
  if (signatureHeader.trim() === '') refuse('signatureHeader')
  if (!signedContent.includes('${body}')) refuse('signedContent')
  if (!isFilled(signedContent, '${timestamp}', timestampHeader)) refuse('timestampHeader')
  if (!isFilled(signedContent, '${id}', idHeader)) refuse('idHeader')
})
export type HmacSettings = z.infer<typeof Fields>

const PLAIN = {
  hash: 'SHA-256',
  encoding: 'hex',
  prefix: '',
  separator: '',
  content: '${body}',
  timestamp: null,
  idHeader: null,
  secret: 'text',
} as const

/** As the vendors' own documents describe it. */
const PRESETS: Readonly<Record<Exclude<HmacSettings['preset'], 'custom'>, WebhookScheme>> = {
  github: { ...PLAIN, header: 'x-hub-signature-256', prefix: 'sha256=' },
  stripe: {
    ...PLAIN,
    header: 'stripe-signature',
    prefix: 'v1=',
    separator: ',',
    content: '${timestamp}.${body}',
    timestamp: { part: 't=' },
  },
  slack: {
    ...PLAIN,
    header: 'x-slack-signature',
    prefix: 'v0=',
    content: 'v0:${timestamp}:${body}',
    timestamp: { header: 'x-slack-request-timestamp' },
  },
  shopify: { ...PLAIN, header: 'x-shopify-hmac-sha256', encoding: 'base64' },
  'standard-webhooks': {
    ...PLAIN,
    header: 'webhook-signature',
    encoding: 'base64',
    prefix: 'v1,',
    separator: ' ',
    content: '${id}.${timestamp}.${body}',
    timestamp: { header: 'webhook-timestamp' },
    idHeader: 'webhook-id',
    secret: 'whsec',
  },
}

const headerOf = (name: string): string | null => (name.trim() === '' ? null : name.trim().toLowerCase())

/** The scheme that settings describe. */
export function schemeOf(settings: HmacSettings): WebhookScheme {
  if (settings.preset !== 'custom') return PRESETS[settings.preset]
  const timestampHeader = headerOf(settings.timestampHeader)
  return {
    hash: settings.algorithm,
    header: settings.signatureHeader.trim().toLowerCase(),
    encoding: settings.encoding,
    prefix: settings.prefix,
    separator: settings.separator,
    content: settings.signedContent,
    timestamp: timestampHeader === null ? null : { header: timestampHeader },
    idHeader: headerOf(settings.idHeader),
    secret: settings.secretEncoding,
  }
}
