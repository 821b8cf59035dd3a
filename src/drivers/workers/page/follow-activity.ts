/** What a person does that shows that somebody is there. */
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const

/** How often at most it is told, in milliseconds. */
const EVERY_MS = 1000

/** Calls `onActivity` when a person does something in the page, at most once a second. `now` in milliseconds. */
export function followActivity(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  onActivity: () => void,
  now: () => number,
): () => void {
  let toldAt = Number.NEGATIVE_INFINITY
  const onSign = () => {
    if (now() - toldAt < EVERY_MS) return
    toldAt = now()
    onActivity()
  }
  // Seen before anybody can keep it to themselves.
  const options = { capture: true, passive: true }
  for (const sign of SIGNS) target.addEventListener(sign, onSign, options)
  return () => {
    for (const sign of SIGNS) target.removeEventListener(sign, onSign, options)
  }
}
