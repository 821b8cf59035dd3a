import { err, ok, type JsonObject, type Result } from '#base'
import type { DemoRequest, DemoResponse } from './demo-message.ts'
import type { DemoFields } from './demo-resource.ts'
import { problemResponse } from './respond.ts'

/** The JSON body of a write, checked by `schema`: 415 when it is not JSON by type, 400 by text, 422 by content. */
export function readDraft(request: DemoRequest, schema: DemoFields): Result<JsonObject, DemoResponse> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    return err(problemResponse(415, 'json-expected', { headers: { Accept: 'application/json' } }))
  }
  let body: unknown
  try {
    body = JSON.parse(request.body ?? '')
  } catch {
    return err(problemResponse(400, 'bad-json'))
  }
  const parsed = schema.safeParse(body)
  // Parsed from JSON text, so an optional field is missing rather than undefined.
  if (parsed.success) return ok(parsed.data as JsonObject)
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), code: 'unknown-field' }))
      : [{ field: issue.path.join('.'), code: issue.code.replaceAll('_', '-') }],
  )
  return err(problemResponse(422, 'invalid-fields', { errors }))
}
