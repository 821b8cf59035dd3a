import type { InputValue } from '#domain'

/** `typing`: one of a burst that undoes as one; `choice`: an edit of its own. */
export type EditKind = 'typing' | 'choice'

/** Takes what a person entered; null removes the input. */
export type ChangeInput = (value: InputValue | null, edit: EditKind) => void
