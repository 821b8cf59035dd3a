/** Joins class names and leaves out what is absent, so that a class can depend on a condition. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
