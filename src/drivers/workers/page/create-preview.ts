import { err, type Json, type Result } from '#base'
import type { Failure, InputValue } from '#domain'
import type { RunnerService } from '../runner/create-runner-service.ts'
import type { PreviewScope } from '../runner/preview-value.ts'
import type { WorkerLink } from './worker-link.ts'

/** Milliseconds one live value may take. */
const LIMIT_MS = 300
/** The first one also loads the worker. */
const START_LIMIT_MS = 5000

/** Computes live values one at a time in a worker of their own, which is ended and made anew when one takes too long. */
export interface Preview {
  readonly evaluate: (value: InputValue, type: string | null, scope: PreviewScope) => Promise<Result<Json, Failure>>
  readonly dispose: () => void
}

const failure = (code: string, params: Failure['params'] = {}): Failure => ({ code, params, retryable: false, at: {} })

function withLimit<T>(work: Promise<T>, milliseconds: number): Promise<T | 'late'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('late'), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

export function createPreview(spawn: () => WorkerLink<RunnerService>, limitMs: number = LIMIT_MS): Preview {
  let worker: WorkerLink<RunnerService> | undefined
  let isWarm = false
  let queue: Promise<unknown> = Promise.resolve()

  const now: Preview['evaluate'] = async (value, type, scope) => {
    if (!worker || worker.isLost()) {
      worker = spawn()
      isWarm = false
    }
    const present = worker
    try {
      const limit = isWarm ? limitMs : Math.max(limitMs, START_LIMIT_MS)
      const answer = await withLimit(
        present.call((service) => service.preview(value, type, scope)),
        limit,
      )
      isWarm = true
      if (answer !== 'late') return answer
      present.terminate()
      return err(failure('preview-too-slow', { milliseconds: limit }))
    } catch {
      present.terminate()
      return err(failure('preview-failed'))
    }
  }

  return {
    // One after the other, so that a limit measures one value and an endless one cannot take others with it.
    evaluate: (value, type, scope) => {
      const result = queue.then(() => now(value, type, scope))
      queue = result
      return result
    },
    dispose: () => worker?.terminate(),
  }
}
