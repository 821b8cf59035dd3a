import { err, hasLoneSurrogate, ok, problem, type Problem, type Result } from '#base'

const encoder = new TextEncoder()

/** Text as UTF-8. Half a character (a lone surrogate) has no bytes: `auth-value-invalid` {field}. */
export function utf8Of(text: string, field: string): Result<Uint8Array<ArrayBuffer>, Problem> {
  return hasLoneSurrogate(text) ? err(problem('auth-value-invalid', { field })) : ok(encoder.encode(text))
}
