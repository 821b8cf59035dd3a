import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export interface ToastMessage {
  readonly title: string
  readonly description?: string
  readonly tone?: 'neutral' | 'success' | 'warning' | 'danger'
  /** One thing to do about it, e.g. undo; pressing it closes the message. */
  readonly action?: { readonly label: string; readonly onAction: () => void }
  /** Milliseconds until it goes; `null` stays until it is closed. Left out: 6 s, 10 s with an action, stays when dangerous. */
  readonly timeout?: number | null
}

/** What the toast region shows. One per page: messages outlive the screen that raised them. */
export const toastQueue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 4 })

function timeoutOf({ timeout, tone, action }: ToastMessage): number | null {
  if (timeout !== undefined) return timeout
  if (tone === 'danger') return null
  return action ? 10_000 : 6_000
}

/** Shows a message at the edge of the page and reads it out politely. Gives back a function that takes it away. */
export function showToast(message: ToastMessage): () => void {
  const timeout = timeoutOf(message)
  const key = toastQueue.add(message, timeout === null ? {} : { timeout })
  return () => toastQueue.close(key)
}
