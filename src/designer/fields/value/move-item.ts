/** The list with the item at `from` moved by one place; the same list at its ends. */
export function moveItem<T>(items: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const item = items[from]
  if (item === undefined || from + by < 0 || from + by >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(from + by, 0, item)
}
