/** The shortest beginning of a form that is taken for one at the end of a text that was cut. Every form is longer. */
const BEGINNING = 4

/** From where to where in a text. */
export type Span = [start: number, end: number]

/** Finds many forms at once, in about the time one walk over the text takes. */
export interface FormFinder {
  /** Every place where a form begins, with the longest that does. */
  readonly occurrences: (text: string) => readonly Span[]
  /** Where a text ends with the beginning of a form; an ellipsis after it does not count. */
  readonly beginningAtEnd: (text: string) => Span | undefined
}

/** Sixteen bits of the four characters at a place. */
function hashAt(text: string, at: number): number {
  let hash = 0
  for (let offset = 0; offset < BEGINNING; offset += 1) hash = (hash * 31 + text.charCodeAt(at + offset)) & 0xffff
  return hash
}

/** A finder for forms of at least four characters; hundreds of them cost hardly more than one. */
export function createFormFinder(forms: readonly string[]): FormFinder {
  const isUsed = new Uint8Array(0x1_0000)
  const byHash = new Map<number, string[]>()
  const longestFirst = forms.toSorted((a, b) => b.length - a.length)
  for (const form of longestFirst) {
    const hash = hashAt(form, 0)
    isUsed[hash] = 1
    const known = byHash.get(hash)
    if (known) known.push(form)
    else byHash.set(hash, [form])
  }
  const longest = longestFirst[0]?.length ?? 0

  return {
    occurrences: (text) => {
      const spans: Span[] = []
      if (longest === 0) return spans
      for (let at = 0; at <= text.length - BEGINNING; at += 1) {
        const hash = hashAt(text, at)
        if (isUsed[hash] === 0) continue
        const form = byHash.get(hash)?.find((candidate) => text.startsWith(candidate, at))
        if (form !== undefined) spans.push([at, at + form.length])
      }
      return spans
    },
    beginningAtEnd: (text) => {
      const end = text.endsWith('…') ? text.length - 1 : text.length
      for (let at = Math.max(0, end - longest); at <= end - BEGINNING; at += 1) {
        const hash = hashAt(text, at)
        if (isUsed[hash] === 0) continue
        const tail = text.slice(at, end)
        if (byHash.get(hash)?.some((form) => form.startsWith(tail))) return [at, end]
      }
      return undefined
    },
  }
}
