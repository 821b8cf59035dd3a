/** What jsdom lacks and components need: `CSS.escape` as CSSOM section 2.1 says, and a device without preferences. */
function escapeIdentifier(text: string): string {
  return text.replace(/[^\w-]|^-?\d|^-$/gu, (match) => {
    const code = match.charCodeAt(match.length - 1).toString(16)
    return /\d$/.test(match) ? `${match.slice(0, -1)}\\${code} ` : `\\${match}`
  })
}

globalThis.CSS ??= { escape: escapeIdentifier } as typeof CSS

if (typeof window !== 'undefined') {
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { media, matches: false }) as unknown as MediaQueryList
}
