import { err, isJsonObject, ok, type Json, type Result } from '#base'
import type { Failure, RequestBody, RequestTemplate, StepRequest } from '#domain'
import type { BehaviourContext } from '../behaviour.ts'
import { failureOf } from './failure-of.ts'
import { textValue } from './text-value.ts'

type InputValues = BehaviourContext['inputs']

const TIMEOUT_MS = 30_000
const PLACEHOLDER = /\{([A-Za-z_][\w-]*)\}/g
const WHOLE = /^\{([A-Za-z_][\w-]*)\}$/

const isGiven = (value: Json | undefined): value is Exclude<Json, null> =>
  value !== undefined && value !== null && value !== ''

/** The text with inputs put in; `undefined` when one of them has no value, so that what it belongs to is left out. */
function filled(text: string, inputs: InputValues, encode: (text: string) => string): string | undefined {
  let missing = false
  const result = text.replace(PLACEHOLDER, (_, key: string) => {
    const value = Object.hasOwn(inputs, key) ? inputs[key] : undefined
    if (isGiven(value)) return encode(textValue(value))
    missing = true
    return ''
  })
  return missing ? undefined : result
}

/** A query text that is one placeholder gives its name once for each item of a list. */
function queryOf(template: RequestTemplate, inputs: InputValues): StepRequest['query'] {
  return Object.entries(template.query).flatMap(([name, text]) => {
    const key = WHOLE.exec(text)?.[1]
    const value = key !== undefined && Object.hasOwn(inputs, key) ? inputs[key] : undefined
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => [name, textValue(item)] as const)
    const one = filled(text, inputs, (part) => part)
    return one === undefined ? [] : [[name, one] as const]
  })
}

function bodyOf({ body, bodyFields }: RequestTemplate, inputs: InputValues): RequestBody {
  const whole = body === undefined ? undefined : inputs[body]
  const fields = (bodyFields ?? []).flatMap((key) => {
    const value = inputs[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  const value = bodyFields ? { ...(isJsonObject(whole) ? whole : {}), ...Object.fromEntries(fields) } : whole
  return value === undefined
    ? { kind: 'none' }
    : { kind: 'text', text: JSON.stringify(value), contentType: 'application/json' }
}

/** The path with inputs as percent-encoded segments. One without a value, or a dot segment, would name another resource. */
function pathOf({ path }: RequestTemplate, inputs: InputValues): Result<string, Failure> {
  const unfit = (path.match(PLACEHOLDER) ?? [])
    .map((placeholder) => placeholder.slice(1, -1))
    .find((key) => !isGiven(inputs[key]) || /^\.\.?$/.test(textValue(inputs[key])))
  if (unfit !== undefined) return err(failureOf('path-input-unfit', { input: unfit }, { input: unfit }))
  return ok(filled(path, inputs, encodeURIComponent) ?? path)
}

/** The request that a template stands for with these inputs. */
export function requestOfTemplate(template: RequestTemplate, inputs: InputValues): Result<StepRequest, Failure> {
  const path = pathOf(template, inputs)
  if (!path.ok) return path
  const headers = Object.entries(template.headers).flatMap(([name, text]) => {
    const value = filled(text, inputs, (part) => part)
    return value === undefined ? [] : [[name, value] as const]
  })
  const accepts = headers.some(([name]) => name.toLowerCase() === 'accept')
  return ok({
    method: template.method,
    url: path.value,
    query: queryOf(template, inputs),
    headers: accepts ? headers : [['Accept', 'application/json'], ...headers],
    body: bodyOf(template, inputs),
    timeoutMs: TIMEOUT_MS,
  })
}
