import { isJsonObject, type JsonPath } from '#base'
import { TemplatePart, type InputValue } from '#domain'

/*
 * An editor holds text, so a chip is written into that text as a token: a part as JSON between two private-use
 * characters. A start character that was in the text before is written as an empty token, so every text survives.
 */
const START = '\uE000'
const END = '\uE001'
const TOKEN = /\uE000([^\uE001]*)\uE001/gu

/** What a chip stands for. */
export type ChipPart = Exclude<TemplatePart, { kind: 'text' }>

/** The token of a chip. Control and private-use characters in keys are escaped, so a token never holds its own end. */
export function tokenOf(part: ChipPart): string {
  const json = JSON.stringify(part.kind === 'variable' ? { v: part.variable } : { s: part.step, p: part.path })
  return START + json.replace(/[\uE000\uE001\n\r\u2028\u2029]/gu, escapeCharacter) + END
}

const escapeCharacter = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

function chipOf(inside: string): ChipPart | null {
  try {
    const read: unknown = JSON.parse(inside)
    if (!isJsonObject(read)) return null
    const part =
      'v' in read
        ? { kind: 'variable', variable: read['v'] }
        : { kind: 'reference', step: read['s'], path: read['p'] as unknown as JsonPath }
    const parsed = TemplatePart.safeParse(part)
    return parsed.success && parsed.data.kind !== 'text' ? parsed.data : null
  } catch {
    return null
  }
}

/** A chip in an editor's text: where its token begins and ends. */
export interface PlacedChip {
  readonly from: number
  readonly to: number
  readonly part: ChipPart
}

/** The chips in an editor's text, in order. */
export function chipsIn(text: string): readonly PlacedChip[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const part = chipOf(match[1] ?? '')
    return part ? [{ from: match.index, to: match.index + match[0].length, part }] : []
  })
}

/** The editor's text for the parts of a template. */
export function textOfParts(parts: readonly TemplatePart[]): string {
  return parts.map((part) => (part.kind === 'text' ? escapeText(part.text) : tokenOf(part))).join('')
}

const escapeText = (text: string) => text.replaceAll(START, START + END)
const unescapeText = (text: string) => text.replaceAll(START + END, START)

/** The parts of an editor's text; texts that meet are one part. */
export function partsOfText(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let at = 0
  const addText = (raw: string) => {
    if (raw !== '') parts.push({ kind: 'text', text: unescapeText(raw) })
  }
  for (const { from, to, part } of chipsIn(text)) {
    addText(text.slice(at, from))
    parts.push(part)
    at = to
  }
  addText(text.slice(at))
  return parts
}

/** The editor's text for a value, or null when it cannot be shown as text with chips. */
export function textOfValue(value: InputValue | undefined): string | null {
  if (value === undefined) return ''
  switch (value.kind) {
    case 'literal':
      if (value.value === null) return ''
      return escapeText(typeof value.value === 'string' ? value.value : JSON.stringify(value.value))
    case 'template':
      return textOfParts(value.parts)
    case 'reference':
    case 'variable':
      return textOfParts([value])
    case 'draft':
      return value.as === 'expression' ? null : escapeText(value.text)
    case 'expression':
    case 'list':
    case 'fields':
      return null
  }
}

/**
 * The value an editor's text stands for: plain text is a literal, a chip alone keeps the type of what it refers to,
 * and text with chips is a template.
 */
export function valueOfText(text: string): InputValue {
  const parts = partsOfText(text)
  const [first] = parts
  if (!first) return { kind: 'literal', value: '' }
  if (parts.length === 1) return first.kind === 'text' ? { kind: 'literal', value: first.text } : first
  return { kind: 'template', parts }
}

/** What goes to the clipboard for other programs: the chips by name. */
export function plainTextOf(text: string, nameOf: (part: ChipPart) => string): string {
  return partsOfText(text)
    .map((part) => (part.kind === 'text' ? part.text : nameOf(part)))
    .join('')
}
