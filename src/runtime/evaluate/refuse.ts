/** Throws what JSONata throws, so that it gets a position on its way. */
export function refuse(code: string, value: number): never {
  // oxlint-disable-next-line typescript/only-throw-error -- JSONata's own errors are plain objects, and it adds to them
  throw { code, value }
}
