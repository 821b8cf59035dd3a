/** The rows of a long list that have to be drawn: those in view and a few around them. */
export function visibleRows(list: {
  readonly count: number
  readonly rowHeight: number
  /** Pixels scrolled, and pixels in view. */
  readonly top: number
  readonly height: number
}): { readonly from: number; readonly to: number } {
  const around = 8
  const from = Math.max(0, Math.floor(list.top / list.rowHeight) - around)
  const to = Math.min(list.count, Math.ceil((list.top + list.height) / list.rowHeight) + around)
  return { from: Math.min(from, list.count), to }
}
