import { err, isJsonObject, ok, problem, type Json, type JsonObject, type Problem, type Result } from '#base'
import type { AuthRequest } from './auth-request.ts'
import { formParametersIn } from './form-parameters.ts'

const encoder = new TextEncoder()

function textOf(body: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return ''
  }
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** The text of an object with a member set. What else is in it stays as it was written: parsing would round long numbers. */
function withMember(text: string, object: JsonObject, name: string, value: string): string {
  if (Object.hasOwn(object, name)) return JSON.stringify({ ...object, [name]: value })
  const end = text.lastIndexOf('}')
  const comma = Object.keys(object).length === 0 ? '' : ','
  return `${text.slice(0, end)}${comma}${JSON.stringify(name)}:${JSON.stringify(value)}${text.slice(end)}`
}

const isForm = (type: string): boolean => type === 'application/x-www-form-urlencoded'
const isJson = (type: string): boolean => type === 'application/json' || type.endsWith('+json')

/**
 * The request with a member of its body set: of a JSON object, or of a form. Problem `body-member-impossible` {name, reason:
 * none | type | object}: there is no body, it is of another type, or its JSON is no object.
 */
export function withBodyMember(request: AuthRequest, name: string, value: string): Result<AuthRequest, Problem> {
  const impossible = (reason: string) => err(problem('body-member-impossible', { name, reason }))
  const { body, headers } = request
  if (!body) return impossible('none')
  const header = headers.find(([other]) => other.toLowerCase() === 'content-type')?.[1] ?? ''
  const type = header.split(';')[0]?.trim().toLowerCase() ?? ''
  if (isForm(type)) {
    const form = formParametersIn(body)
    form.set(name, value)
    return ok({ ...request, body: encoder.encode(form.toString()) })
  }
  if (!isJson(type)) return impossible('type')
  const text = textOf(body)
  const json = jsonOf(text)
  if (!isJsonObject(json)) return impossible('object')
  return ok({ ...request, body: encoder.encode(withMember(text, json, name, value)) })
}
