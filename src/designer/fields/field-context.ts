import type { LoadedChoice } from '#workbench'
import type { SecretLook } from './secret-literal.ts'
import type { FieldScope } from './scope/field-scope.ts'

/** What asking for the choices of an input came to: the choices, or the sentence that says why there are none. */
export type ChoicesAnswer =
  | { readonly ok: true; readonly choices: readonly LoadedChoice[] }
  | { readonly ok: false; readonly sentence: string }

/** What every field of a form shares. */
export interface FieldContext {
  readonly scope: FieldScope
  readonly isReadOnly: boolean
  /** The person left a field: the burst of typing is over. */
  readonly onBlur?: (() => void) | undefined
  /** Offered where a secret was typed; left out, the notice only warns. */
  readonly onMakeConnection?: ((look: SecretLook) => void) | undefined
  /** Asks the connection's API for the choices of an input; another function when what it is asked with changed. */
  readonly loadChoices?: (() => Promise<ChoicesAnswer>) | undefined
}
