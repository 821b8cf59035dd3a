import type { IntegrationId } from '#domain'
import { platformLocks, type Locks } from './locks.ts'

/**
 * How long the tab that edits is given to save what is pending before the claim is taken from it, in milliseconds; and
 * how long it then waits for that before it believes that who asked is gone.
 */
const HAND_OVER_MS = 700

/** What the tab that edited says about its work when it is taken over: whether all of it is stored. */
export type HandOver = 'saved' | 'unsaved'

/** The right to edit a document; of all tabs only one has it. */
export interface DocumentClaim {
  readonly mode: 'editing' | 'read-only'
  /**
   * Makes this tab the one that edits. The other one is asked to save first and becomes read-only. Gives what it said;
   * null when it did not answer, or when there was no other.
   */
  readonly takeOver: () => Promise<HandOver | null>
  readonly release: () => void
}

export interface ClaimOptions {
  /** Called after the mode changed: another tab took over, or the one that edited is gone. */
  readonly onChange?: (mode: DocumentClaim['mode']) => void
  /**
   * Ends editing and saves what is pending, before another tab takes over. `onChange` follows: with read-only when it was
   * taken over, and with editing once more when it was not.
   */
  readonly onHandOver?: () => Promise<HandOver>
  readonly locks?: Locks
  readonly name?: string
}

type Message = 'hand-over' | 'handed-over' | 'handed-over-unsaved'

const MESSAGE_OF = { saved: 'handed-over', unsaved: 'handed-over-unsaved' } as const satisfies Record<HandOver, Message>

/**
 * Claims a document for editing. Where another tab has it, the claim is read-only and becomes editing as soon as that
 * tab is gone.
 */
export async function claimDocument(id: IntegrationId, options: ClaimOptions = {}): Promise<DocumentClaim> {
  const locks = options.locks ?? platformLocks()
  const name = `${options.name ?? 'patchbay'}:document:${id}`
  const channel = new BroadcastChannel(name)
  const released = new AbortController()
  let mode: DocumentClaim['mode'] = 'read-only'
  let letGo: (() => void) | undefined
  let waiting = new AbortController()
  let isAnswered = false

  const isEditing = () => mode === 'editing'
  const change = (next: DocumentClaim['mode']) => {
    if (mode === next || released.signal.aborted) return
    mode = next
    if (isAnswered) options.onChange?.(mode)
  }
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      if (released.signal.aborted) resolve()
      letGo = resolve
      change('editing')
    })
  /** Waits in line; gets the lock when the tab that has it goes away. */
  const wait = () => {
    const turn = new AbortController()
    waiting = turn
    locks.request(name, { signal: turn.signal }, hold).catch(() => {
      if (!turn.signal.aborted) lost()
    })
  }
  const lost = () => {
    letGo = undefined
    change('read-only')
    if (!released.signal.aborted) wait()
  }
  const request = (how: { ifAvailable: true } | { steal: true }): Promise<boolean> =>
    new Promise((resolve) => {
      const held = locks.request(name, how, (granted) => {
        const done = granted ? hold() : Promise.resolve()
        resolve(granted)
        return done
      })
      held.catch(lost)
    })

  const handOver = async () => {
    const held = letGo
    const said = await (options.onHandOver?.() ?? Promise.resolve('saved' as const)).catch(() => 'unsaved' as const)
    // The tab may be gone by now, and its channel closed.
    if (released.signal.aborted) return
    channel.postMessage(MESSAGE_OF[said])
    setTimeout(() => {
      if (held === undefined || letGo !== held || released.signal.aborted) return
      // Nobody took it: this tab stands in line again, where the next turn may well be its own.
      lost()
      held()
    }, HAND_OVER_MS)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data === 'hand-over' && isEditing()) void handOver()
  })

  if (!(await request({ ifAvailable: true }))) wait()
  isAnswered = true

  return {
    get mode() {
      return mode
    },
    takeOver: async () => {
      if (isEditing() || released.signal.aborted) return null
      const said = await askToHandOver(channel)
      // The one that edited may have closed meanwhile, and this tab's turn come; or this tab is being closed itself.
      if (!isEditing() && !released.signal.aborted) {
        waiting.abort()
        await request({ steal: true })
      }
      return said
    },
    release: () => {
      released.abort()
      waiting.abort()
      letGo?.()
      channel.close()
    },
  }
}

/** Asks the tab that edits to save and let go. Null when it does not answer in time. */
function askToHandOver(channel: BroadcastChannel): Promise<HandOver | null> {
  return new Promise((resolve) => {
    const answer = (said: HandOver | null) => {
      clearTimeout(timer)
      channel.removeEventListener('message', onMessage)
      resolve(said)
    }
    const onMessage = ({ data }: MessageEvent<Message>) => {
      if (data === MESSAGE_OF.saved) answer('saved')
      if (data === MESSAGE_OF.unsaved) answer('unsaved')
    }
    const timer = setTimeout(() => answer(null), HAND_OVER_MS)
    channel.addEventListener('message', onMessage)
    channel.postMessage('hand-over' satisfies Message)
  })
}
