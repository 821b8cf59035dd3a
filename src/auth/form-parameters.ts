/** The parameters of form-encoded text. Nothing is stripped: on its own the platform takes a question mark from the beginning. */
export const formParameters = (text: string): URLSearchParams => new URLSearchParams(`?${text}`)

/** Those of a form's bytes; a byte order mark is sent, so it belongs to the first name. */
export const formParametersIn = (body: Uint8Array<ArrayBuffer>): URLSearchParams =>
  formParameters(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body))
