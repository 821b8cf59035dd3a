import type { Problem, Result } from '#base'
import type { InputValue } from '#domain'

/** `typing`: one of a burst that undoes as one; `choice`: an edit of its own. */
export type EditKind = 'typing' | 'choice'

/** What an edit came to: it was made, or the document refuses it. */
export type Edited = Result<void, Problem>

/** Takes what a person entered; null removes the input. */
export type ChangeInput = (value: InputValue | null, edit: EditKind) => Edited
