import { err, ok, problem, type Problem, type Result } from '#base'
import type { Database } from './database.ts'

/** Carries a problem out of a transaction, which rolls back on the way. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** Ends the transaction that is under way and makes `attempt` give this problem. */
export function refuse(code: string, params: Problem['params'] = {}): never {
  throw new Refused(problem(code, params))
}

/** The names of an error and of those it wraps: Dexie hides a quota error inside an abort. */
function namesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return []
  const { name, inner } = error as { name?: unknown; inner?: unknown }
  return [...(typeof name === 'string' ? [name] : []), ...namesOf(inner, depth + 1)]
}

/** What a storage error means for a person. */
export function storageProblem(error: unknown): Problem {
  if (error instanceof Refused) return error.problem
  const names = namesOf(error)
  if (names.includes('QuotaExceededError')) return problem('quota-exceeded')
  if (names.includes('VersionError')) return problem('database-too-new')
  if (names.includes('DatabaseClosedError')) return problem('database-closed')
  return problem('storage-failed', { reason: names.at(-1) ?? 'unknown' })
}

/**
 * Writes, and turns what storage can refuse into a problem: `quota-exceeded`, `database-too-new`, `database-closed`,
 * `storage-failed` {reason}, and whatever the body refused. Bugs are thrown on.
 */
export async function attempt<T>(database: Database, body: () => PromiseLike<T>): Promise<Result<T, Problem>> {
  if (database.readOnly) return err(problem('database-too-new'))
  try {
    return ok(await body())
  } catch (error) {
    const isBug = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
    if (isBug) throw error
    return err(storageProblem(error))
  }
}
