import * as z from 'zod'

/** How much the local server takes at once. */
export const RELAY_LIMITS = {
  /** A request body of about 24 MB in base64. */
  envelopeBytes: 33_554_432,
  bodyMegabytes: 24,
  urlCharacters: 16_384,
  headerLines: 200,
} as const

/** One request a page cannot send itself, as the page hands it to the local server (`POST /relay/http`). */
export const RelayRequest = z.strictObject({
  method: z.string().regex(/^[A-Z]{1,20}$/),
  url: z.string().max(RELAY_LIMITS.urlCharacters),
  /** Header lines in order; names may repeat. */
  headers: z.array(z.tuple([z.string(), z.string()])).max(RELAY_LIMITS.headerLines),
  /** The body's bytes in base64, or null for none. */
  body: z.string().nullable(),
  /** Milliseconds until the whole exchange is given up. */
  timeoutMs: z.number().int().min(1).max(600_000),
  /** Bytes of response body that are kept, counted after decompression; the rest is dropped and `cut` is said. */
  maxBytes: z.number().int().min(1).max(104_857_600),
  /** Follow redirects? Never across origins when the request carries a secret. */
  redirect: z.enum(['same-origin', 'follow']),
  /** What the request is to be made with where the API asks for a client certificate: a chain and its PKCS#8 key, as PEM. */
  clientCertificate: z
    .strictObject({ certificate: z.string().max(65_536), privateKey: z.string().max(65_536) })
    .optional(),
})
export type RelayRequest = z.infer<typeof RelayRequest>

/** Why a request did not get a response; the local server can tell these apart where a page cannot. */
export const RelayFailureCode = z.enum([
  'dns',
  'refused',
  'unreachable',
  'tls',
  'timeout',
  'egress-blocked',
  'redirect-blocked',
  'too-many-redirects',
  'bad-request',
  'bad-response',
  'connection-lost',
  'headers-too-large',
  'body-undecodable',
  'busy',
  'aborted',
])
export type RelayFailureCode = z.infer<typeof RelayFailureCode>

/** What comes back: always a JSON envelope, so that nothing relayed can run in the page's origin. */
export const RelayResponse = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('response'),
    status: z.number().int(),
    statusText: z.string(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.string(),
    /** Whether the body was longer than `maxBytes`. */
    cut: z.boolean(),
    /** Bytes received after decompression, as far as they were read. */
    bytes: z.number().int(),
    /** Where redirects ended. */
    url: z.string(),
    milliseconds: z.number(),
  }),
  z.strictObject({
    outcome: z.literal('failure'),
    code: RelayFailureCode,
    /** Facts for the sentence: host, port, redirect target's origin, TLS reason. Never a header or a body. */
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])
export type RelayResponse = z.infer<typeof RelayResponse>

/** `POST /relay/probe`: is this address reachable, and would a browser page be allowed to call it? Sent without credentials. */
export const ProbeRequest = z.strictObject({
  url: z.string().max(RELAY_LIMITS.urlCharacters),
  method: z.string().regex(/^[A-Z]{1,20}$/),
  /** The names of the headers the page would send; decides whether a preflight is asked for. */
  headerNames: z.array(z.string()).max(RELAY_LIMITS.headerLines),
  origin: z.string(),
})
export type ProbeRequest = z.infer<typeof ProbeRequest>

/** What the probe found. `cors`: the server answers, but its headers do not let a page of this origin read it. */
export const ProbeResponse = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('reachable'), status: z.number().int() }),
  z.strictObject({
    outcome: z.literal('cors'),
    status: z.number().int(),
    reason: z.enum(['no-allow-origin', 'other-origin', 'method', 'header', 'preflight-status']),
  }),
  z.strictObject({
    outcome: z.literal('failure'),
    code: RelayFailureCode,
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])
export type ProbeResponse = z.infer<typeof ProbeResponse>

/** What the page is told at load, in `<script type="application/json" id="server">`, and again by `GET /session` after a restart. */
export const ServerSession = z.strictObject({
  /** Random per process; every relay call carries it in `x-patchbay-token`. */
  token: z.string(),
  version: z.string(),
})
export type ServerSession = z.infer<typeof ServerSession>
