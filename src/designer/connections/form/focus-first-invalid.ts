const INVALID = '[aria-invalid="true"], [data-invalid] button'

/**
 * Moves the focus to the first field that is wrong, as a person reads: fields that came later, with an auth type, stand
 * above others. Waits for what was folded to be drawn.
 */
export function focusFirstInvalid(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>(INVALID)?.focus())
}
