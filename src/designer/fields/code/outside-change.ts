import { Annotation } from '@codemirror/state'

/** Marks a change that comes from the document (undo, another mode), so that it is not reported back as typing. */
export const fromOutside = Annotation.define<boolean>()

/** The smallest single change that makes one text out of the other: the cursor stays where it is. */
export function changeBetween(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } {
  let from = 0
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1
  let end = 0
  const room = Math.min(before.length, after.length) - from
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) }
}
