import * as z from 'zod'

/**
 * The channel between the page that a provider's window comes back to and the vault workers of all tabs. A channel and not
 * the window's opener: a provider that isolates its pages (COOP) cuts that off. The only secret on it is a code that is
 * good for one use, together with a verifier that never leaves its worker.
 */
export const CONSENT_CHANNEL = 'patchbay-consent'

/** What is said on the consent channel, each about the answer with this `id`. */
export const ConsentMessage = z.discriminatedUnion('type', [
  /** Page: a window came back with these parameters. */
  z.strictObject({
    type: z.literal('answer'),
    id: z.string(),
    parameters: z.array(z.tuple([z.string().max(200), z.string().max(20_000)])).max(50),
  }),
  /** Worker: it is mine, and I am at it. */
  z.strictObject({ type: z.literal('taken'), id: z.string() }),
  /** Worker: this came of it; null: connected. */
  z.strictObject({
    type: z.literal('ended'),
    id: z.string(),
    failure: z
      .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) })
      .nullable(),
  }),
  /** Page: nobody took it. */
  z.strictObject({ type: z.literal('unclaimed'), id: z.string() }),
])
export type ConsentMessage = z.infer<typeof ConsentMessage>
