import { RE2JS, type Matcher } from 're2js'

interface PatternMatch extends Array<string | undefined> {
  index: number
}

/**
 * The part of `RegExp` that JSONata uses, on an engine whose time grows linearly with the text: no expression can hang
 * the runner by backtracking. Look-around and back references are not supported; making one of those throws.
 */
export class Re2Pattern {
  lastIndex = 0
  readonly #pattern: RE2JS
  #matcher: { readonly text: string; readonly matcher: Matcher } | undefined

  constructor(source: RegExp) {
    const flags = (source.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (source.multiline ? RE2JS.MULTILINE : 0)
    this.#pattern = RE2JS.compile(RE2JS.translateRegExp(source.source), flags)
  }

  /** The next match from `lastIndex` on, like a global `RegExp`. */
  exec(text: string): PatternMatch | null {
    if (this.#matcher?.text !== text) this.#matcher = { text, matcher: this.#pattern.matcher(text) }
    const { matcher } = this.#matcher
    if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) {
      this.lastIndex = 0
      return null
    }
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? undefined)
    this.lastIndex = matcher.end()
    return Object.assign(groups, { index: matcher.start() })
  }
}
