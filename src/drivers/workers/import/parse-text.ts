import { err, problem, type Problem, type Result } from '#base'
import type { IntegrationDoc } from '#domain'
import { linkWorker, type WorkerLike } from '../page/worker-link.ts'

/** Milliseconds a document's text may take, starting the worker included. */
const LIMIT_MS = 15_000

/** What the import worker does for the page. */
export interface ImportService {
  readonly parse: (text: string) => Promise<Result<IntegrationDoc, Problem>>
}

/**
 * Parses a document's text in a worker of its own, so that a hostile one costs no more than that worker.
 * Problems: those of the one door, `import-too-slow` {seconds}, `import-failed`.
 */
export async function parseText(
  spawn: () => WorkerLike,
  text: string,
  limitMs: number = LIMIT_MS,
): Promise<Result<IntegrationDoc, Problem>> {
  const worker = linkWorker<ImportService>(spawn())
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    worker.terminate()
  }, limitMs)
  try {
    return await worker.call((service) => service.parse(text))
  } catch {
    return err(isLate ? problem('import-too-slow', { seconds: limitMs / 1000 }) : problem('import-failed'))
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
