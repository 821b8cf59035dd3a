import { unreachable } from '#base'
import { redactEvent, redactFailure, redactOutcome } from '../session/redact-event.ts'
import { createTraceBatches } from '../session/create-trace-batches.ts'
import type {
  PageToVault,
  RunnerToVault,
  SendMessage,
  VaultToPage,
  VaultToRunner,
  VerifyMessage,
} from '../session/messages.ts'
import { err } from '#base'
import { openAll } from './connection-access.ts'
import { noteWaits } from './note-waits.ts'
import { sendStepRequest } from './send-step-request.ts'
import type { VaultContext } from './vault-context.ts'
import { verifyReceived } from './webhook-access.ts'

/** Ends a session: requests under way are given up and both ports closed. */
export type EndSession = () => void

/**
 * Serves one run: sends for the runner, and hands its trace to the page after redaction, in order. Every secret of the
 * workspace is opened first, so that it is recognised wherever the run meets it.
 */
export async function openSession(context: VaultContext, runner: MessagePort, page: MessagePort): Promise<EndSession> {
  const underWay = new Map<number, AbortController>()
  const tellPage = (message: VaultToPage) => page.postMessage(message)
  // Gathered here and not by the runner alone, which an expression can keep from its timers.
  const shown = createTraceBatches(tellPage)
  const tellRunner = (message: VaultToRunner) => runner.postMessage(message)

  context.refused.forget()
  const letGo = context.secrets.retain()
  const end: EndSession = () => {
    letGo()
    for (const controller of underWay.values()) controller.abort()
    underWay.clear()
    runner.close()
    page.close()
  }

  const send = async ({ id, request, connection }: SendMessage) => {
    // A run that somebody started goes on as long as it sends.
    context.lock.touch()
    const controller = new AbortController()
    underWay.set(id, controller)
    const watch = noteWaits(context.clock, (line) => tellRunner({ type: 'note', id, line }))
    const result = await sendStepRequest(context, request, connection, controller.signal, watch)
    underWay.delete(id)
    // A response stays as it is on its way to the step; a failure is only ever shown.
    tellRunner({
      type: 'sent',
      id,
      result: result.ok ? result : err(redactFailure(context.secrets.redactor(), result.error)),
    })
  }

  const verify = async ({ id, webhook, connection }: VerifyMessage) => {
    context.lock.touch()
    const result = await verifyReceived(context, webhook, connection)
    tellRunner({
      type: 'verified',
      id,
      result: result.ok ? result : err(redactFailure(context.secrets.redactor(), result.error)),
    })
  }

  const fromRunner = (message: RunnerToVault) => {
    switch (message.type) {
      case 'send':
        void send(message)
        return
      case 'verify':
        void verify(message)
        return
      case 'abort':
        underWay.get(message.id)?.abort()
        return
      case 'trace': {
        const redactor = context.secrets.redactor()
        for (const event of message.events) shown.add(redactEvent(redactor, event))
        return
      }
      case 'ended':
        shown.flush()
        tellPage({ ...message, outcome: redactOutcome(context.secrets.redactor(), message.outcome) })
        return
      default:
        unreachable(message)
    }
  }

  try {
    await openAll(context)
  } catch (error) {
    end()
    throw error
  }
  runner.addEventListener('message', ({ data }: MessageEvent<RunnerToVault>) => fromRunner(data))
  page.addEventListener('message', ({ data }: MessageEvent<PageToVault>) => tellRunner(data))
  runner.start()
  page.start()
  return end
}
