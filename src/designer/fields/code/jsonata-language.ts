import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StringStream } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'

const RULES: readonly (readonly [pattern: RegExp, style: string])[] = [
  [/^"(?:[^"\\]|\\.)*"?/, 'string'],
  [/^'(?:[^'\\]|\\.)*'?/, 'string'],
  [/^`[^`]*`?/, 'propertyName'],
  [/^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
  [/^\$[A-Za-z_]\w*(?=\s*\()/, 'function'],
  [/^\$\$?\w*/, 'variableName'],
  [/^(?:and|or|in|function|true|false|null)\b/, 'keyword'],
  [/^[A-Za-z_]\w*/, 'propertyName'],
  [/^(?::=|!=|<=|>=|\.\.|~>|[-+*/%&=<>?:^@#|!])/, 'operator'],
  [/^[()[\]{},;.]/, 'punctuation'],
]

function token(stream: StringStream, state: { comment: boolean }): string | null {
  if (state.comment || stream.match('/*')) {
    state.comment = !stream.match(/^.*?\*\//)
    if (state.comment) stream.skipToEnd()
    return 'comment'
  }
  if (stream.eatSpace()) return null
  for (const [pattern, style] of RULES) if (stream.match(pattern)) return style
  stream.next()
  return null
}

const jsonata = StreamLanguage.define<{ comment: boolean }>({
  name: 'jsonata',
  startState: () => ({ comment: false }),
  token,
  tokenTable: { function: tags.function(tags.variableName) },
})

/** The colours of code: tokens of the design system. */
export const codeHighlight = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.string, color: 'var(--color-success)' },
    { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-running)' },
    { tag: tags.keyword, color: 'var(--color-accent-text)' },
    { tag: tags.function(tags.variableName), color: 'var(--color-accent-text)' },
    { tag: tags.variableName, color: 'var(--color-info)' },
    { tag: tags.propertyName, color: 'var(--color-strong)' },
    { tag: [tags.operator, tags.punctuation], color: 'var(--color-muted)' },
    { tag: tags.comment, color: 'var(--color-faint)', fontStyle: 'italic' },
  ]),
)

/** JSONata, coloured line by line; errors come from the real parser. */
export function jsonataLanguage(): Extension {
  return [jsonata]
}
