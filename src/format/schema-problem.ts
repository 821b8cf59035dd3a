import { problem, type Problem } from '#base'
import type * as z from 'zod'

type Issue = z.core.$ZodIssue

interface Located {
  readonly issue: Issue
  readonly path: readonly PropertyKey[]
}

/** The issue that says most: in a union, that of the alternative which was understood furthest. */
function deepest({ issue, path }: Located): Located {
  const inner = issue.code === 'invalid_union' ? issue.errors : issue.code === 'invalid_key' ? [] : undefined
  const found = (inner ?? [])
    .flat()
    .map((one) => deepest({ issue: one, path: [...path, ...one.path] }))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
  return found ?? { issue, path }
}

/** What was expected, as a technical word: `string`, `one of "a", "b"`, `id`. */
function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ')
    case 'invalid_format':
      return issue.format
    case 'too_small':
      return `≥ ${String(issue.minimum)}`
    case 'too_big':
      return `≤ ${String(issue.maximum)}`
    case 'invalid_key':
      return 'key'
    default:
      return issue.code
  }
}

/** The first thing a schema found wrong, as a problem with a readable path: `steps.step_k3f9a2.inputs.url.kind`. */
export function schemaProblem(error: z.ZodError): Problem {
  const [first] = error.issues
  if (!first) return problem('document-invalid', { path: '', expected: '' })
  const { issue, path: keys } = deepest({ issue: first, path: first.path })
  const path = keys.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return problem('document-unknown-key', { path: path || '/', key: issue.keys[0] ?? '' }, { path })
  }
  return problem('document-invalid', { path: path || '/', expected: expectedOf(issue) }, { path })
}
