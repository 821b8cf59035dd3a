/** How large a text may be that is read as JSON. */
export interface JsonLimits {
  /** UTF-16 units of a text. */
  readonly length: number
  /** Objects and arrays inside each other. */
  readonly depth: number
  /** Keys, items and single values together. */
  readonly values: number
}

/** Far above every document that was made by a person, and low enough that reading ends soon. */
export const JSON_LIMITS: JsonLimits = { length: 20_000_000, depth: 200, values: 2_000_000 }
