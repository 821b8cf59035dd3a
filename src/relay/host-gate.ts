/** What to do with a request by its `Host`. */
export type HostVerdict = 'own' | 'loopback' | 'foreign'

/**
 * Judges a `Host` header. `own` is the one address the application lives at; `loopback` is the same server under another
 * spelling, to be redirected, because another origin would be another, empty workspace. Everything else is a name that
 * somebody made to resolve to this machine (DNS rebinding).
 */
export function judgeHost(host: string | undefined, own: URL): HostVerdict {
  const given = host?.toLowerCase()
  if (given === own.host) return 'own'
  const spellings = ['127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${own.port || '80'}`).host)
  return given !== undefined && spellings.includes(given) ? 'loopback' : 'foreign'
}
