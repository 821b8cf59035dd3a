import { err, ok, type Result } from '#base'
import { relayFailure, type RelayFailure } from './relay-failure.ts'

/** An absolute http or https URL without user name and password; otherwise `bad-request` with what is wrong. */
export function outgoingUrl(text: string): Result<URL, RelayFailure> {
  if (!URL.canParse(text)) return err(relayFailure('bad-request', { reason: 'url' }))
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return err(relayFailure('bad-request', { reason: 'url-protocol' }))
  }
  if (url.username !== '' || url.password !== '') return err(relayFailure('bad-request', { reason: 'url-credentials' }))
  return ok(url)
}
