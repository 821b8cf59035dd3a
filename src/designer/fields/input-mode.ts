import type { InputSpec, InputValue } from '#domain'
import { expressionSourceOf } from './template/expression-source.ts'
import { textOfValue, valueOfText } from './template/template-text.ts'
import { jsonValueOf } from './value/json-value-of.ts'

/** The ways an input can be given. `text`: text that may hold chips; `value`: a literal by the input's type. */
export type InputMode = 'text' | 'value' | 'reference' | 'variable' | 'expression'

const isTextual = (type: InputSpec['type']) => type === 'text' || type === 'code'

/** The ways an input of this type can be given, the natural one first. */
export function modesFor(type: InputSpec['type']): readonly InputMode[] {
  switch (type) {
    case 'text':
    case 'code':
      return ['text', 'reference', 'variable', 'expression']
    case 'json':
    case 'choice':
      return ['value', 'text', 'reference', 'variable', 'expression']
    case 'number':
    case 'boolean':
    case 'fields':
    case 'list':
      return ['value', 'reference', 'variable', 'expression']
  }
}

/**
 * How a value is given. A text as literal can be shown both as text and as a value: `preferred` decides, else the
 * type's natural way.
 */
export function modeOf(value: InputValue | undefined, type: InputSpec['type'], preferred: InputMode | null): InputMode {
  const [natural = 'value'] = modesFor(type)
  const literalMode = preferred === 'text' || preferred === 'value' ? preferred : natural
  if (value === undefined) return literalMode
  switch (value.kind) {
    case 'expression':
      return 'expression'
    case 'template':
      return 'text'
    case 'reference':
    case 'variable':
      if (isTextual(type) || preferred === 'text') return 'text'
      return value.kind
    case 'draft':
      if (value.as === 'expression') return 'expression'
      return value.as === 'template' ? 'text' : 'value'
    case 'literal':
      if (isTextual(type)) return 'text'
      return typeof value.value === 'string' ? literalMode : 'value'
    case 'list':
    case 'fields':
      return 'value'
  }
}

/** The value in another mode, as much of it as survives; null where the input starts empty. */
export function convertTo(mode: 'text' | 'value' | 'expression', value: InputValue | undefined): InputValue | null {
  switch (mode) {
    case 'text': {
      const text = value?.kind === 'expression' ? null : textOfValue(value)
      return text === null || text === '' ? null : valueOfText(text)
    }
    case 'expression': {
      if (value?.kind === 'expression' || (value?.kind === 'draft' && value.as === 'expression')) return value
      const source = value === undefined ? null : expressionSourceOf(value)
      return source === null ? { kind: 'draft', text: '', as: 'expression' } : { kind: 'expression', source }
    }
    case 'value':
      return literalFrom(value)
  }
}

function literalFrom(value: InputValue | undefined): InputValue | null {
  if (value?.kind === 'draft' && value.as === 'literal') return value
  if (value?.kind !== 'literal') return null
  if (typeof value.value !== 'string') return value
  const read = jsonValueOf(value.value)
  if (read.ok) return { kind: 'literal', value: read.value }
  // JSON that cannot be kept is shown as it was typed, and why; what is no JSON is a text.
  return 'unfit' in read.error ? { kind: 'draft', text: value.value, as: 'literal' } : value
}
