import type { WorkerLike } from './worker-link.ts'

/** Makes workers; a test makes pairs of ports instead. */
export interface SpawnWorkers {
  readonly vault: () => WorkerLike
  readonly runner: () => WorkerLike
  readonly importer: () => WorkerLike
}

/** The workers of the build. The server picks a worker's content security policy by the name of its file. */
export const spawnWorkers: SpawnWorkers = {
  vault: () => new Worker(new URL('../vault/vault-worker.ts', import.meta.url), { type: 'module', name: 'vault' }),
  runner: () => new Worker(new URL('../runner/runner-worker.ts', import.meta.url), { type: 'module', name: 'runner' }),
  importer: () =>
    new Worker(new URL('../import/import-worker.ts', import.meta.url), { type: 'module', name: 'import' }),
}
