/** What whoever edits is allowed to do. */
export interface Policy {
  /** Nothing may be edited: another tab has the document, or it could only be opened to be looked at. */
  readonly readOnly: boolean
}

/** The builder's own policy. */
export const ALLOW_ALL: Policy = { readOnly: false }
