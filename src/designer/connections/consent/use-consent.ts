import type { ConnectionId, Consent, ConsentRequest, Failure } from '#domain'
import { usePorts, useWorkspace, type ConsentPort } from '#workbench'
import { useCallback, useEffect, useRef, useState } from 'react'

/** How far asking for consent has come. */
export type ConsentState =
  | { readonly step: 'idle' | 'preparing' }
  | { readonly step: 'asked'; readonly request: ConsentRequest }
  | { readonly step: 'failed'; readonly failure: Failure }
  | { readonly step: 'connected'; readonly consent: Consent }

/** One attempt: `show` is no longer called after `giveUp`. */
interface Attempt {
  readonly giveUp: () => void
}

/** Prepares a request, shows it, and shows what comes of it. */
function attemptConsent(port: ConsentPort, connection: ConnectionId, show: (state: ConsentState) => void): Attempt {
  let isGivenUp = false
  let request: string | null = null
  const run = async () => {
    const begun = await port.begin(connection)
    if (isGivenUp) {
      if (begun.ok) void port.cancel(begun.value.id)
      return
    }
    if (!begun.ok) return show({ step: 'failed', failure: begun.error })
    request = begun.value.id
    show({ step: 'asked', request: begun.value })
    const outcome = await port.outcome(request)
    request = null
    if (isGivenUp) return
    show(outcome.ok ? { step: 'connected', consent: outcome.value } : { step: 'failed', failure: outcome.error })
  }
  void run()
  return {
    giveUp: () => {
      isGivenUp = true
      if (request !== null) void port.cancel(request)
    },
  }
}

/**
 * Asks for a connection's consent. With `isEager` the request is prepared at once, so that a press can open the provider's
 * window without waiting for anything; it is given up when the component leaves.
 */
export function useConsent(
  connection: ConnectionId,
  { isEager, onConnected }: { readonly isEager: boolean; readonly onConnected: () => void },
): { readonly state: ConsentState; readonly begin: () => void; readonly cancel: () => void } {
  const { consent: port } = usePorts()
  const check = useWorkspace((state) => state.check)
  const [state, setState] = useState<ConsentState>({ step: isEager ? 'preparing' : 'idle' })
  const attempt = useRef<Attempt | null>(null)
  const onDone = useRef(onConnected)
  useEffect(() => {
    onDone.current = onConnected
  }, [onConnected])

  const ask = useCallback(() => {
    attempt.current?.giveUp()
    attempt.current = attemptConsent(port, connection, (next) => {
      setState(next)
      if (next.step !== 'connected') return
      // As when credentials are typed and saved; nobody waits for what the API says.
      void check(connection, 'save')
      onDone.current()
    })
  }, [check, connection, port])

  useEffect(() => {
    if (isEager) ask()
    return () => attempt.current?.giveUp()
  }, [ask, isEager])

  const begin = () => {
    setState({ step: 'preparing' })
    ask()
  }
  return {
    state,
    begin,
    cancel: () => {
      if (isEager) return begin()
      attempt.current?.giveUp()
      setState({ step: 'idle' })
    },
  }
}
