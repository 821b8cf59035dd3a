import type { AuthRequest } from './auth-request.ts'
import { formParametersIn } from './form-parameters.ts'

/** A parameter of a request, decoded. */
export type Parameter = readonly [name: string, value: string]

const RESERVED = /[!'()*]/g

/** RFC 5849 section 3.6: everything but unreserved characters, in upper-case hexadecimal. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll(RESERVED, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** The parameters of a body that is a form; null for every other body (section 3.4.1.3.1). */
export function formParametersOf({ headers, body }: AuthRequest): readonly Parameter[] | null {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const isForm = type.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'
  return isForm && body ? [...formParametersIn(body)] : null
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Section 3.4.1.3.2: encoded, sorted by name and then by value, and joined. */
export function normalizedParameters(parameters: readonly Parameter[]): string {
  return parameters
    .map(([name, value]): Parameter => [percentEncoded(name), percentEncoded(value)])
    .toSorted((a, b) => byCode(a[0], b[0]) || byCode(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

/** Section 3.4.1.1: the method, the address without query and fragment, and every parameter of query, header and form. */
export function baseStringOf(request: AuthRequest, protocol: readonly Parameter[]): string {
  const url = new URL(request.url)
  const query = [...new URLSearchParams(url.search)]
  const parameters = normalizedParameters([...query, ...(formParametersOf(request) ?? []), ...protocol])
  const address = `${url.protocol}//${url.host}${url.pathname}`
  return [request.method.toUpperCase(), address, parameters].map(percentEncoded).join('&')
}
