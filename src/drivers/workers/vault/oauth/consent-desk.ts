import { err, type Result } from '#base'
import type { Consent, Failure } from '#domain'
import { CONSENT_CHANNEL, ConsentMessage } from '#protocol'
import { sendFailure } from '../../send/send-failure.ts'
import type { PendingConsent } from './pending-consents.ts'

/** A window of a provider that is waited for. */
export interface WindowConsent {
  readonly pending: PendingConsent
  /** Whether an answer is to this request: by its state, or its request token. */
  readonly matches: (answer: URLSearchParams) => boolean
  /** Takes the answer, which comes once, and seals what it gives. */
  readonly accept: (answer: URLSearchParams) => Promise<Result<Consent, Failure>>
}

/** Hears what providers' windows come back with. */
export interface ConsentDesk {
  readonly await: (window: WindowConsent) => void
}

/** How many requests that were answered, or given up, are still recognised. */
const REMEMBERED = 50

/** Hears all tabs' answers and takes its own. The channel is opened with the first request. */
export function createConsentDesk(): ConsentDesk {
  const waiting = new Set<WindowConsent>()
  const over: WindowConsent['matches'][] = []
  const unknown = new Set<string>()
  let channel: BroadcastChannel | undefined

  const say = (message: ConsentMessage) => channel?.postMessage(message)

  /** From now on it is recognised and refused: a state and a verifier are good for one answer. */
  const close = (window: WindowConsent) => {
    if (!waiting.delete(window)) return
    over.push(window.matches)
    if (over.length > REMEMBERED) over.shift()
  }

  const accept = async (id: string, window: WindowConsent, answer: URLSearchParams) => {
    close(window)
    say({ type: 'taken', id })
    let outcome: Result<Consent, Failure>
    try {
      outcome = await window.accept(answer)
    } catch {
      // The database is closed or broken. Whoever waits must be told.
      outcome = err(sendFailure('vault-unavailable', {}, true))
    }
    window.pending.end(outcome)
    const failure = outcome.ok ? null : { code: outcome.error.code, params: { ...outcome.error.params } }
    say({ type: 'ended', id, failure })
  }

  const onAnswer = (id: string, answer: URLSearchParams) => {
    const window = [...waiting].find(({ matches }) => matches(answer))
    if (window) {
      void accept(id, window, answer)
    } else if (over.some((matches) => matches(answer))) {
      say({ type: 'taken', id })
      say({ type: 'ended', id, failure: { code: 'consent-used', params: {} } })
    } else {
      unknown.add(id)
    }
  }

  const onMessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = ConsentMessage.safeParse(data)
    if (!parsed.success) return
    const message = parsed.data
    if (message.type === 'answer') onAnswer(message.id, new URLSearchParams(message.parameters))
    else if (message.type === 'taken') unknown.delete(message.id)
    else if (message.type === 'unclaimed' && unknown.delete(message.id)) {
      // It was nobody's: somebody else's answer may have been slipped in, so what is waited for is not trusted either.
      for (const { pending } of waiting) pending.end(err(sendFailure('consent-state-mismatch')))
    }
  }

  const open = (): BroadcastChannel => {
    const opened = new BroadcastChannel(CONSENT_CHANNEL)
    opened.addEventListener('message', onMessage)
    return opened
  }

  return {
    await: (window) => {
      channel ??= open()
      waiting.add(window)
      window.pending.signal.addEventListener('abort', () => close(window), { once: true })
    },
  }
}
