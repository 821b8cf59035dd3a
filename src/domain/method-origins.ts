import { askedFields, type AuthSettings } from './auth-type.ts'

/**
 * The origins of an auth method's URLs, each once, in the order of its fields: where its own secrets are bound to. A URL
 * that is none is left out.
 */
export function methodOrigins({ type, settings }: AuthSettings): readonly string[] {
  const urls = askedFields({ type, settings }, 'settings')
    .filter(({ kind }) => kind === 'url')
    .map(({ key }) => settings[key])
  const origins = urls.flatMap((url) => (typeof url === 'string' && URL.canParse(url) ? [new URL(url).origin] : []))
  return [...new Set(origins)]
}
