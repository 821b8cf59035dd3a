import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** What a test server saw, so that a test can say what was sent, and what was not. */
export interface RecordedRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/** Keeps a request's head. */
export const recordOf = ({ method = '', url = '', headers }: IncomingMessage): RecordedRequest => ({
  method,
  url,
  headers: { ...headers },
})
