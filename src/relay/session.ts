import type { ServerSession } from '#protocol'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** A new session: its token lives as long as this process. */
export function createSession(version: string): ServerSession {
  return { token: randomBytes(32).toString('base64url'), version }
}

/** Whether `given` is the session's token. Digests are compared, so that the time taken tells nothing, not even a length. */
export function isSessionToken(session: ServerSession, given: string | undefined): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(session.token))
}
