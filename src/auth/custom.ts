import { err, hasLoneSurrogate, ok, problem, type Problem, type Result } from '#base'
import { AuthRow, authRowsOf, placeholdersIn } from '#domain'
import * as z from 'zod'
import { headerProblem, withHeader, withQueryParameter, type AuthRequest } from './auth-request.ts'
import type { AuthType } from './auth-type.ts'
import { withBodyMember } from './body-member.ts'

export const CustomSettings = z.object({ parts: z.array(AuthRow).min(1) })
export type CustomSettings = z.infer<typeof CustomSettings>

export const CustomSecrets = z.record(z.string(), z.string())
export type CustomSecrets = z.infer<typeof CustomSecrets>

/** The template with its `${name}`s filled in, in one pass: a secret that looks like a placeholder stays what it is. */
function filled(template: string, secrets: CustomSecrets): string {
  return template.replaceAll(/\$\{([A-Za-z][\w-]*)\}/g, (place, name: string) =>
    Object.hasOwn(secrets, name) ? (secrets[name] ?? '') : place,
  )
}

function withPart(request: AuthRequest, { in: place, name }: AuthRow, value: string): Result<AuthRequest, Problem> {
  switch (place) {
    case 'query':
      return ok(withQueryParameter(request, name, value))
    case 'body':
      return withBodyMember(request, name, value)
    default: {
      const wrong = headerProblem(name, value)
      return wrong ? err(wrong) : ok(withHeader(request, name, value))
    }
  }
}

/**
 * Several headers, query parameters and members of the body, each made from a template. Problems: `auth-settings-invalid`,
 * `auth-value-missing` and `auth-value-invalid` {field}, those of a header and of `withBodyMember`.
 */
export const custom: AuthType<CustomSettings, CustomSecrets> = {
  type: 'custom',
  settings: CustomSettings,
  secrets: CustomSecrets,
  sign: async (request, { parts }, secrets) => {
    let next = request
    for (const part of parts) {
      if (part.name === '' || hasLoneSurrogate(part.name) || hasLoneSurrogate(part.value)) {
        return err(problem('auth-settings-invalid', { field: 'parts' }))
      }
      const names = placeholdersIn(part.value)
      const missing = names.find((name) => !Object.hasOwn(secrets, name) || secrets[name] === '')
      if (missing !== undefined) return err(problem('auth-value-missing', { field: missing }))
      const halved = names.find((name) => hasLoneSurrogate(secrets[name] ?? ''))
      if (halved !== undefined) return err(problem('auth-value-invalid', { field: halved }))
      const added = withPart(next, part, filled(part.value, secrets))
      if (!added.ok) return added
      next = added.value
    }
    return ok(next)
  },
  redactionValues: (secrets, settings) => {
    const rows = authRowsOf(settings.parts).filter(({ value }) => placeholdersIn(value).length > 0)
    return {
      values: [...Object.values(secrets), ...rows.map(({ value }) => filled(value, secrets))].filter(
        (value) => value !== '',
      ),
      fields: [...Object.keys(secrets), ...rows.map(({ name }) => name)],
    }
  },
}
