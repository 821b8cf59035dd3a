import { askedFields, type AuthSettings } from './auth-type.ts'

const originOf = (url: unknown): string | null =>
  typeof url === 'string' && URL.canParse(url) ? new URL(url).origin : null

/**
 * The origins of an auth method's URLs, each once, in the order of its fields: where its own secrets are bound to. A URL
 * that is none is left out.
 */
export function methodOrigins({ type, settings }: AuthSettings): readonly string[] {
  const urls = askedFields({ type, settings }, 'settings')
    .filter(({ kind }) => kind === 'url')
    .map(({ key }) => settings[key])
  return [...new Set(urls.flatMap((url) => originOf(url) ?? []))]
}

/** The origin of the endpoint that gives tokens; null where no token is asked for with a connection's credential. */
export function tokenOriginOf({ type, settings }: AuthSettings): string | null {
  return type === 'oauth2' ? originOf(settings['tokenUrl']) : null
}
