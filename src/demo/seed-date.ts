const FIRST_DAY = Date.UTC(2025, 0, 6, 8)
const DAY = 86_400_000

/** A moment in the demo company's first year, as ISO 8601 text. Fixed, so that the data never depends on today. */
export function seedDate(day: number, minutes: number): string {
  return new Date(FIRST_DAY + day * DAY + minutes * 60_000).toISOString()
}
