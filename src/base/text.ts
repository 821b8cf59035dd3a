/** Whether a text holds half of a surrogate pair: it would not survive UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
}

/** Shortens a text to `limit` characters with an ellipsis; never cuts a surrogate pair in two. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  // As many units as surely hold one character too many: taking megabytes apart would take seconds.
  const beginning = text.slice(0, limit * 2 + 2)
  const characters = [...beginning]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}
