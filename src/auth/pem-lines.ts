/** The lines of a PEM that hold something: what is quoted of a key is quoted by the line. Too short ones tell nothing. */
export function pemLines(pem: string): readonly string[] {
  return pem
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('-----') && line.length >= 16)
}
