import type { Json, Result } from '#base'
import { createBuiltinCatalog } from '#connectors'
import { behaviourOf } from '#connectors/behaviours'
import type { Failure, InputValue, RunId } from '#domain'
import { interpret, type Installed, type RunRequest } from '#runtime'
import { createEngine } from './create-engine.ts'
import { createVaultPort } from './create-vault-port.ts'
import { nextTurn } from './next-turn.ts'
import { previewValue, type PreviewScope } from './preview-value.ts'

/** What the runner worker does for the page. It has no network and no secret; `vault` is its only way out. */
export interface RunnerService {
  /** Runs a flow; resolves when it is over. What happens is told over the port. */
  readonly run: (request: RunRequest, vault: MessagePort) => Promise<void>
  /** Asks a run to end. It does at its next turn; an endless expression has none. */
  readonly cancel: (run: RunId) => void
  readonly preview: (value: InputValue, type: string | null, scope: PreviewScope) => Promise<Result<Json, Failure>>
}

export function createRunnerService(
  installed: Installed = { catalog: createBuiltinCatalog(), behaviourOf },
): RunnerService {
  const runs = new Map<RunId, AbortController>()
  return {
    run: async (request, vault) => {
      const controller = new AbortController()
      runs.set(request.run, controller)
      const port = createVaultPort(vault)
      const giveWay = async () => {
        await nextTurn()
        await port.caughtUp()
      }
      try {
        const engine = createEngine({ signal: controller.signal, giveWay })
        const { send, verify, trace } = port
        const ports = { engine, send, verify, trace, signal: controller.signal, random: Math.random }
        port.end(await interpret(request, ports, installed))
      } finally {
        runs.delete(request.run)
      }
    },
    cancel: (run) => runs.get(run)?.abort(),
    preview: previewValue,
  }
}
