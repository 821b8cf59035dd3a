import type { JsonObject } from '#base'

/** Brings a whole document from one version to the next. Pure; may throw when the document is not what that version wrote. */
export interface Migration {
  /** The version it reads; it writes the next one. */
  readonly from: number
  readonly migrate: (doc: JsonObject) => JsonObject
}
