/** The names in a list of scopes, with white space or commas between them, each once. */
export function scopeNames(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((name) => name !== ''))]
}
