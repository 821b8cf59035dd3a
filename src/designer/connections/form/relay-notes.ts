import { relayNeeds, type AuthSettings } from '#domain'
import type { TFunction } from '#texts'

/** What has to be said before it is tried, by the field it concerns: that only the local server can send it. */
export function relayNotes(t: TFunction, method: AuthSettings, baseUrl: string): Readonly<Record<string, string>> {
  const notes = relayNeeds(method, baseUrl).map(({ field, reason }): [string, string] => [
    field,
    t(`connections.relayNotes.${reason}`),
  ])
  return Object.fromEntries(notes)
}
