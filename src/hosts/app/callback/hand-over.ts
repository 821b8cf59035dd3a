import { createId } from '#base'
import { CONSENT_CHANNEL, ConsentMessage } from '#protocol'

/** What came of an answer: nobody waited for it, or a vault worker took it; `failure` null: connected. */
export type HandedOver =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'ended'
      readonly failure: Extract<ConsentMessage, { readonly type: 'ended' }>['failure']
    }

/** How long to wait for whoever asked, in milliseconds: it only has to look at the state. */
const PATIENCE_MS = 2500
/** How long to wait for what comes of it: tokens are fetched meanwhile. */
const LONG_PATIENCE_MS = 90_000

/** Hands the parameters that a provider's window came back with to the vault worker that asked for them. */
export function handOver(parameters: URLSearchParams, patience = PATIENCE_MS): Promise<HandedOver> {
  const channel = new BroadcastChannel(CONSENT_CHANNEL)
  const id = createId('answer')
  const say = (message: ConsentMessage) => channel.postMessage(message)
  return new Promise((resolve) => {
    const end = (outcome: HandedOver) => {
      clearTimeout(timer)
      channel.close()
      resolve(outcome)
    }
    let timer = setTimeout(() => {
      say({ type: 'unclaimed', id })
      end({ kind: 'nobody' })
    }, patience)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = ConsentMessage.safeParse(data).data
      if (message?.id !== id) return
      if (message.type === 'taken') {
        clearTimeout(timer)
        timer = setTimeout(() => end({ kind: 'nobody' }), LONG_PATIENCE_MS)
      } else if (message.type === 'ended') {
        end({ kind: 'ended', failure: message.failure })
      }
    })
    say({ type: 'answer', id, parameters: [...parameters] })
  })
}
