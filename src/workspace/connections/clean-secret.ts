/** A secret as it will be kept, and whether something was taken off. */
export interface CleanSecret {
  readonly value: string
  readonly trimmed: boolean
}

/** What comes along when a secret is copied: white space, line breaks and characters without width around it. */
const AROUND = /^[\s\u200B-\u200D\u2060]+|[\s\u200B-\u200D\u2060]+$/g

/** A pasted secret without what came along with it. What is inside it stays as it is. */
export function cleanSecret(text: string): CleanSecret {
  const value = text.replaceAll(AROUND, '')
  return { value, trimmed: value !== text }
}
