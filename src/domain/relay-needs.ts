import { authRowsOf } from './auth-row.ts'
import type { AuthSettings } from './auth-type.ts'
import { isInsecureForPage, isPageForbiddenHeader } from './page-limits.ts'

/** Why requests of a connection can only leave through the local server, and the field that says so. */
export interface RelayNeed {
  /** The key of a setting, `certificate`, or `baseUrl`. */
  readonly field: string
  readonly reason: 'cookie' | 'forbidden-header' | 'client-certificate' | 'insecure-url'
}

function headersOf({ type, settings }: AuthSettings): readonly { readonly field: string; readonly name: string }[] {
  if (type === 'custom') {
    const parts = authRowsOf(settings['parts']).filter((part) => part.in === 'header')
    return parts.map(({ name }) => ({ field: 'parts', name: name.trim() }))
  }
  const name = settings['headerName']
  const isSent = type === 'jwt' || (type === 'api-key' && settings['insertIn'] === 'header')
  return isSent && typeof name === 'string' ? [{ field: 'headerName', name: name.trim() }] : []
}

/**
 * What a page cannot do alone of what a connection asks for, each once: known before anything is sent, so that it can be
 * said beside the field. Empty where the page can do everything, as far as can be told without asking the API.
 */
export function relayNeeds(method: AuthSettings, baseUrl: string): readonly RelayNeed[] {
  const needs: RelayNeed[] = []
  const { type, settings } = method
  if (type === 'client-certificate') needs.push({ field: 'certificate', reason: 'client-certificate' })
  if (type === 'api-key' && settings['insertIn'] === 'cookie') needs.push({ field: 'insertIn', reason: 'cookie' })
  const header = headersOf(method).find(({ name }) => isPageForbiddenHeader(name))
  if (header) needs.push({ field: header.field, reason: 'forbidden-header' })
  if (isInsecureForPage(baseUrl.trim())) needs.push({ field: 'baseUrl', reason: 'insecure-url' })
  return needs
}
