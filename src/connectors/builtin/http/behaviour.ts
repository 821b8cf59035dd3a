import { err, ok, type Json } from '#base'
import type { RequestBody, StepRequest } from '#domain'
import type { Behaviour, BehaviourContext } from '../../behaviour.ts'
import { bodyValue } from '../../request/body-value.ts'
import { checkRequest } from '../../request/check-request.ts'
import { pairsOf } from '../../request/pairs-of.ts'
import { statusFailure } from '../../request/status-failure.ts'
import { textValue } from '../../request/text-value.ts'

type InputValues = BehaviourContext['inputs']

const DEFAULT_TIMEOUT_SECONDS = 30
const MAX_TIMEOUT_SECONDS = 600

function bodyOf(inputs: InputValues, contentType: string | undefined): RequestBody {
  switch (inputs['bodyType']) {
    case 'json':
      return {
        kind: 'text',
        text: JSON.stringify(inputs['jsonBody'] ?? null),
        contentType: contentType ?? 'application/json',
      }
    case 'form': {
      const text = new URLSearchParams(pairsOf(inputs['formBody']).map(([key, value]) => [key, value])).toString()
      return { kind: 'text', text, contentType: contentType ?? 'application/x-www-form-urlencoded' }
    }
    case 'text':
      return {
        kind: 'text',
        text: textValue(inputs['textBody'] ?? ''),
        contentType: contentType ?? 'text/plain;charset=UTF-8',
      }
    default:
      return { kind: 'none' }
  }
}

/** Milliseconds until the request is given up: between one and 600 seconds. */
function timeoutOf(seconds: Json | undefined): number {
  const given = typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : DEFAULT_TIMEOUT_SECONDS
  return Math.round(Math.min(Math.max(given, 1), MAX_TIMEOUT_SECONDS) * 1000)
}

const expectOf = (value: Json | undefined) => (value === 'json' || value === 'text' ? value : 'auto')

function requestOf(inputs: InputValues): StepRequest {
  const given = pairsOf(inputs['headers'])
  const isContentType = ([name]: readonly [string, string]) => name.toLowerCase() === 'content-type'
  const body = bodyOf(inputs, given.find(isContentType)?.[1])
  // The body says its own type; a header row for it is taken over, so that it is not sent twice.
  const headers = body.kind === 'none' ? given : given.filter((header) => !isContentType(header))
  const accepts = headers.some(([name]) => name.toLowerCase() === 'accept')
  return {
    method: textValue(inputs['method'] ?? 'GET').toUpperCase(),
    url: textValue(inputs['url'] ?? ''),
    query: pairsOf(inputs['query']),
    headers: expectOf(inputs['expect']) === 'json' && !accepts ? [['Accept', 'application/json'], ...headers] : headers,
    body,
    timeoutMs: timeoutOf(inputs['timeoutSeconds']),
    ...(expectOf(inputs['expect']) === 'text' && { asText: true }),
  }
}

/** A content type from a header row is checked like any header. */
function contentTypeHeader({ body }: StepRequest): StepRequest['headers'] {
  return body.kind === 'none' ? [] : [['Content-Type', body.contentType]]
}

/** Sends the request its inputs describe. Result: `{status, headers, body}`, and `cut` when only the beginning of a text was kept. */
export const sendRequest: Behaviour = async ({ inputs, connection, send }) => {
  const request = requestOf(inputs)
  const sent = [...request.headers, ...contentTypeHeader(request)]
  const checked = checkRequest({ ...request, headers: sent }, connection)
  if (!checked.ok) return checked
  const response = await send(request)
  if (!response.ok) return response
  const failure = inputs['failOnStatus'] === false ? undefined : statusFailure(response.value)
  if (failure) return err(failure)
  const body = bodyValue(response.value, expectOf(inputs['expect']))
  if (!body.ok) return body
  const { status, headers } = response.value
  const isCut = response.value.body.kind === 'text' && response.value.body.cut
  return ok({ status, headers: { ...headers }, body: body.value, ...(isCut && { cut: true }) })
}
