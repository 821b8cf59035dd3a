/** One request to the demo API, without any platform's request object: a server and a worker both fill it. */
export interface DemoRequest {
  readonly method: string
  /** Path only, as sent: `/demo/customers/7`. */
  readonly path: string
  /** Decoded query pairs in order; a name may repeat. */
  readonly query: readonly (readonly [name: string, value: string])[]
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text, or null for none. */
  readonly body: string | null
}

/** One answer of the demo API. */
export interface DemoResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Milliseconds the host should wait before it answers: the handler itself knows no timers. */
  readonly delayMs: number
}
