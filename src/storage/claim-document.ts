import type { IntegrationId } from '#domain'
import { platformLocks, type Locks } from './locks.ts'

/** How long the tab that edits is given to save what is pending before the claim is taken from it, in milliseconds. */
const HAND_OVER_MS = 700

/** The right to edit a document; of all tabs only one has it. */
export interface DocumentClaim {
  readonly mode: 'editing' | 'read-only'
  /** Makes this tab the one that edits. The other one is asked to save first and becomes read-only. */
  readonly takeOver: () => Promise<void>
  readonly release: () => void
}

export interface ClaimOptions {
  /** Called after the mode changed: another tab took over, or the one that edited is gone. */
  readonly onChange?: (mode: DocumentClaim['mode']) => void
  /** Saves what is pending, before another tab takes over. */
  readonly onHandOver?: () => Promise<void>
  readonly locks?: Locks
  readonly name?: string
}

type Message = 'hand-over' | 'handed-over'

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
  let onHandedOver: (() => void) | undefined
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

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data === 'handed-over') onHandedOver?.()
    if (data !== 'hand-over' || !isEditing()) return
    const saved = options.onHandOver?.() ?? Promise.resolve()
    void saved.catch(() => undefined).then(() => channel.postMessage('handed-over' satisfies Message))
  })

  if (!(await request({ ifAvailable: true }))) wait()
  isAnswered = true

  return {
    get mode() {
      return mode
    },
    takeOver: async () => {
      if (isEditing()) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, HAND_OVER_MS)
        onHandedOver = () => {
          clearTimeout(timer)
          resolve()
        }
        channel.postMessage('hand-over' satisfies Message)
      })
      onHandedOver = undefined
      // The one that edited may have closed meanwhile, and this tab's turn come.
      if (!isEditing()) {
        waiting.abort()
        await request({ steal: true })
      }
    },
    release: () => {
      released.abort()
      waiting.abort()
      letGo?.()
      channel.close()
    },
  }
}
