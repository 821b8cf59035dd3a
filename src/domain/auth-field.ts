/** A condition on another setting of the method: it holds one of these values. */
export interface AuthFieldCondition {
  readonly field: string
  readonly in: readonly string[]
}

/**
 * A field of an auth type. `of: 'method'` fields are set once and shared by all connections that use the auth method;
 * `of: 'connection'` fields are each connection's own. With `secret`, its value is only ever in a sealed credential: of the
 * auth method (a client secret), or of the connection. A key may occur twice, under conditions that exclude each other.
 */
export interface AuthField {
  readonly key: string
  readonly of: 'method' | 'connection'
  readonly secret: boolean
  readonly required: boolean
  /**
   * `switch`: `on` or `off`. `rows`: a list of `AuthRow`s. `names`: names with white space or commas between them (scopes).
   * `pem`: several lines. `template`: text with `${…}`. Everything but `rows` is text.
   */
  readonly kind: 'text' | 'choice' | 'switch' | 'template' | 'header-name' | 'url' | 'names' | 'number' | 'pem' | 'rows'
  readonly choices?: readonly string[]
  readonly initial?: string
  /** Asked for only while all of these hold. */
  readonly showWhen?: readonly AuthFieldCondition[]
  /** Seldom needed: folded away under "More". */
  readonly advanced?: boolean
  /** What `${…}` may stand for in a template; at least one of them must occur. */
  readonly placeholders?: readonly string[]
  /** Where a row may go, for `rows` that say it (`custom`). */
  readonly places?: readonly string[]
  /** A name a person gave the field; there is no translation of it. */
  readonly label?: string
}

const none = { secret: false, required: false } as const

/** A setting without which the type cannot do. */
export const needed = { of: 'method', secret: false, required: true } as const
/** A setting that may be left out. */
export const optional = { of: 'method', ...none } as const
/** A secret of the connection. */
export const secret = { of: 'connection', secret: true, required: true, kind: 'text' } as const
/** A secret that belongs to the method: the next connection does not ask for it. */
export const methodSecret = { of: 'method', secret: true, required: true, kind: 'text' } as const
/** A value of the connection that may be shown. */
export const shown = { of: 'connection', secret: false, required: true, kind: 'text' } as const

/** While a setting holds one of the values. */
export const when = (field: string, ...values: readonly string[]): AuthFieldCondition => ({ field, in: values })
