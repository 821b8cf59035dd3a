import { err, hasLoneSurrogate, ok, problem, type Problem, type Result } from '#base'
import * as z from 'zod'
import { headerProblem, withHeader, withQueryParameter, type AuthRequest } from './auth-request.ts'
import { withCookie } from './cookie.ts'
import type { AuthType } from './auth-type.ts'

const PLACE = '${key}'

/** Settings of an API key. `${key}` in `valueTemplate` stands for the key. */
export const ApiKeySettings = z.object({
  insertIn: z.enum(['header', 'query', 'cookie']).default('header'),
  headerName: z.string().default('Authorization'),
  parameterName: z.string().default('api_key'),
  cookieName: z.string().default('session'),
  valueTemplate: z.string().default(PLACE),
})
export type ApiKeySettings = z.infer<typeof ApiKeySettings>

export const ApiKeySecrets = z.object({ apiKey: z.string().min(1) })
export type ApiKeySecrets = z.infer<typeof ApiKeySecrets>

/** The template with the key in it. Split and joined, because `$&` in a key would mean something to `replaceAll`. */
function fillTemplate(template: string, key: string): Result<string, Problem> {
  if (!template.includes(PLACE)) return err(problem('template-without-key', { field: 'valueTemplate' }))
  return ok(template.split(PLACE).join(key))
}

function inQuery(
  request: AuthRequest,
  { parameterName, valueTemplate }: ApiKeySettings,
  value: string,
): Result<AuthRequest, Problem> {
  if (parameterName === '' || hasLoneSurrogate(parameterName)) {
    return err(problem('auth-settings-invalid', { field: 'parameterName' }))
  }
  if (hasLoneSurrogate(valueTemplate)) return err(problem('auth-settings-invalid', { field: 'valueTemplate' }))
  if (hasLoneSurrogate(value)) return err(problem('auth-value-invalid', { field: 'apiKey' }))
  return ok(withQueryParameter(request, parameterName, value))
}

const NAMES: Readonly<Record<ApiKeySettings['insertIn'], (settings: ApiKeySettings) => readonly string[]>> = {
  header: ({ headerName }) => [headerName],
  query: ({ parameterName }) => [parameterName],
  cookie: ({ cookieName }) => [cookieName, 'Cookie'],
}

/** A key in a header or, where the API demands it, in the query or a cookie. */
export const apiKey: AuthType<ApiKeySettings, ApiKeySecrets> = {
  type: 'api-key',
  settings: ApiKeySettings,
  secrets: ApiKeySecrets,
  sign: async (request, settings, secrets) => {
    const value = fillTemplate(settings.valueTemplate, secrets.apiKey)
    if (!value.ok) return value
    if (settings.insertIn === 'query') return inQuery(request, settings, value.value)
    if (settings.insertIn === 'cookie') return withCookie(request, settings.cookieName, value.value)
    const wrong = headerProblem(settings.headerName, value.value)
    return wrong ? err(wrong) : ok(withHeader(request, settings.headerName, value.value))
  },
  redactionValues: (secrets, settings) => {
    const value = fillTemplate(settings.valueTemplate, secrets.apiKey)
    return {
      values: value.ok ? [secrets.apiKey, value.value] : [secrets.apiKey],
      fields: ['apiKey', ...NAMES[settings.insertIn](settings)],
    }
  },
}
