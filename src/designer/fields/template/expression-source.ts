import type { InputValue, TemplatePart } from '#domain'
import { sourceOfPart } from './chip-source.ts'

const partSource = (part: TemplatePart): string => {
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.text)
    case 'variable':
    case 'reference':
      return sourceOfPart(part)
  }
}

/** The JSONata that says the same as a value; null for what is half typed or empty. */
export function expressionSourceOf(value: InputValue): string | null {
  switch (value.kind) {
    case 'expression':
      return value.source
    case 'draft':
      return null
    case 'literal':
      return value.value === null || value.value === '' ? null : JSON.stringify(value.value)
    case 'reference':
    case 'variable':
      return partSource(value)
    case 'template':
      return value.parts.length === 0 ? null : value.parts.map(partSource).join(' & ')
    case 'list':
      return `[${value.items.map((item) => expressionSourceOf(item) ?? 'null').join(', ')}]`
    case 'fields':
      return `{${value.rows.map((row) => `${JSON.stringify(row.key)}: ${expressionSourceOf(row.value) ?? 'null'}`).join(', ')}}`
  }
}
