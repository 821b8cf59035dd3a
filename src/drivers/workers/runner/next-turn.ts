/**
 * Resolves in a later turn of the event loop, so that messages and timers that wait are handled first. A message rather
 * than a timer: nested timers are held back by at least four milliseconds.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
