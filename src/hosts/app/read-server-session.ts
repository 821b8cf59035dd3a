import { ServerSession } from '#protocol'

/** What the local server wrote into the page; null where the page came from elsewhere. */
export function readServerSession(): ServerSession | null {
  const text = document.getElementById('server')?.textContent
  if (!text) return null
  const parsed = ServerSession.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}
