import type { Json, JsonFlaw, Result } from '#base'
import type { Failure } from './failure.ts'
import type { StableKey } from './ids.ts'

/** A request as a step means it. `url` may be absolute, or a path below the connection's base URL. */
export interface StepRequest {
  readonly method: string
  readonly url: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: readonly (readonly [string, string])[]
  readonly body: RequestBody
  readonly timeoutMs: number
  /** A body that says it is JSON is wanted as the text it came as, which parsing would change. */
  readonly asText?: boolean
}

export type RequestBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly contentType: string }
  /** Bytes in base64. */
  | { readonly kind: 'bytes'; readonly data: string; readonly contentType: string }

/** Which connection a request uses. Never a secret: the vault finds the credential. */
export interface ConnectionRef {
  readonly connection: StableKey
}

/** A response, its body parsed where it says what it is. */
export interface StepResponse {
  readonly status: number
  readonly statusText: string
  /** Names in lower case; several values joined as the platform joins them. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: ResponseBody
  /** Bytes received after decompression. */
  readonly bytes: number
  readonly milliseconds: number
  /** When it came, in milliseconds since the epoch; left out where nobody looked. */
  readonly receivedAt?: number
  readonly transport: 'direct' | 'relay' | 'simulated'
  /** Where it came from, without query: a query may hold a key. */
  readonly url: string
}

export type ResponseBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }
  /** Not text: bytes in base64. */
  | { readonly kind: 'binary'; readonly data: string; readonly contentType: string; readonly cut: boolean }
  /** Said to be JSON and is none, or nests too deep to be handled: `text` is all that came. */
  | { readonly kind: 'malformed'; readonly contentType: string; readonly text: string; readonly flaw: JsonFlaw }

/** Sends a request. Any status is a response; a failure is that none came. */
export type Send = (
  request: StepRequest,
  connection: ConnectionRef | null,
  options: { readonly idempotencyKey: string; readonly signal: AbortSignal },
) => Promise<Result<StepResponse, Failure>>

/** A webhook as it came: header lines, and the body before anybody parsed it. */
export interface ReceivedWebhook {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly rawBody: string
}

/** Verifies a webhook with what a connection knows of its sender; a failure says why it is not believed. */
export type Verify = (webhook: ReceivedWebhook, connection: ConnectionRef) => Promise<Result<null, Failure>>
