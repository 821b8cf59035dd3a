/** The path a provider's window comes back to. */
export const CALLBACK_PATH = '/oauth/callback'

/** What the window came back with. Taken out of the address at once: it must not stay in the history, nor be used again. */
export function takeAnswer(): URLSearchParams {
  const answer = new URLSearchParams(location.search)
  history.replaceState(null, '', CALLBACK_PATH)
  return answer
}
