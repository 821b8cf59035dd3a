/** The part of json-server 0.17 that the tests use; it comes without types. */
declare module 'json-server' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface ApiRequest extends IncomingMessage {
    readonly query: Readonly<Record<string, unknown>>
  }

  interface ApiResponse extends ServerResponse {
    status(code: number): ApiResponse
    json(body: unknown): void
  }

  type Handler = (request: ApiRequest, response: ApiResponse, next: () => void) => void

  interface Application {
    (request: IncomingMessage, response: ServerResponse): void
    use(handler: Handler | readonly Handler[]): void
  }

  const jsonServer: {
    create(): Application
    defaults(options: { readonly logger: boolean; readonly noCors: boolean }): readonly Handler[]
    router(data: object): Handler
  }
  export default jsonServer
}
