import { err, problem } from '#base'
import * as z from 'zod'
import type { AuthType } from './auth-type.ts'
import { HmacSettings } from './webhook-scheme.ts'

export const HmacSecrets = z.object({ webhookSecret: z.string().min(1), previousSecret: z.string().default('') })
export type HmacSecrets = z.infer<typeof HmacSecrets>

/** Verifies webhooks that come in; nothing that goes out can be signed with it: `auth-webhook-only`. */
export const hmac: AuthType<HmacSettings, HmacSecrets> = {
  type: 'hmac',
  settings: HmacSettings,
  secrets: HmacSecrets,
  sign: async () => err(problem('auth-webhook-only')),
  redactionValues: ({ webhookSecret, previousSecret }) => ({
    values: [webhookSecret, previousSecret]
      .flatMap((secret) => [secret, secret.replace(/^whsec_/, '')])
      .filter((secret) => secret !== ''),
    fields: ['webhookSecret', 'previousSecret'],
  }),
}
