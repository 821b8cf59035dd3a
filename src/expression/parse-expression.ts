import { err, ok, problem, type Problem, type Result } from '#base'
import jsonata from 'jsonata'

/** Characters an expression may have: more is data, not an expression. */
const MAX_LENGTH = 100_000

/** A syntax tree as JSONata gives it: nested plain objects, walked, never changed. */
export type SyntaxTree = unknown

interface ParseError {
  readonly code?: unknown
  readonly position?: unknown
  readonly token?: unknown
}

/**
 * Parses JSONata. Problems, each with `at.position` (characters from the start, where reading stopped):
 * - `expression-empty`
 * - `expression-syntax` with JSONata's error code as `reason` and, where there is one, the offending `token`
 * - `expression-too-long`, `expression-too-deep`
 */
export function parseExpression(source: string): Result<SyntaxTree, Problem> {
  if (source.trim() === '') return err(problem('expression-empty', {}, { position: 0 }))
  if (source.length > MAX_LENGTH) {
    return err(problem('expression-too-long', { limit: MAX_LENGTH }, { position: MAX_LENGTH }))
  }
  try {
    return ok(jsonata(source).ast())
  } catch (thrown) {
    if (thrown instanceof RangeError) return err(problem('expression-too-deep', {}, { position: 0 }))
    const { code, position, token } = thrown as ParseError
    return err(
      problem(
        'expression-syntax',
        {
          reason: typeof code === 'string' ? code : 'S0000',
          ...(typeof token === 'string' && token !== '(end)' && { token }),
        },
        { position: typeof position === 'number' ? Math.min(position, source.length) : 0 },
      ),
    )
  }
}
