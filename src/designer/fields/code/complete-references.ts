import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { tokenOf } from '../template/template-text.ts'
import { sourceOfPart } from '../template/chip-source.ts'
import type { CodeCompletion, CodeLanguage, CodeSurroundings } from './code-view.ts'
import { JSONATA_FUNCTIONS } from './jsonata-functions.ts'

/** After `/` at the start or behind a space, so that the slashes of a URL or a path mean themselves. */
const SLASH = /(?:^|\s)\/[^\s/]*$/
const NAME = /\$?[\w]*$/

/** Offers what is in scope: in a template behind `/`, in an expression while a name is typed. */
export function completeReferences(language: CodeLanguage, surroundings: CodeSurroundings) {
  return (context: CompletionContext): CompletionResult | null =>
    language === 'template' ? inTemplate(context, surroundings) : inExpression(context, surroundings)
}

function inTemplate(context: CompletionContext, surroundings: CodeSurroundings): CompletionResult | null {
  const typed = context.matchBefore(SLASH)
  if (!typed) return null
  const from = typed.to - (typed.text.length - typed.text.indexOf('/'))
  const options = surroundings.completions().map((completion) => optionOf(completion, 'template', '/'))
  return { from, options, validFor: /^\/[^\s/]*$/ }
}

function inExpression(context: CompletionContext, surroundings: CodeSurroundings): CompletionResult | null {
  const typed = context.matchBefore(NAME)
  if (!context.explicit && (!typed || typed.text.length === 0)) return null
  const functions: Completion[] = JSONATA_FUNCTIONS.map(([name, signature]) => ({
    label: `$${name}`,
    detail: signature,
    apply: `$${name}(`,
    boost: -1,
  }))
  const references = surroundings.completions().map((completion) => optionOf(completion, 'expression', ''))
  return { from: typed?.from ?? context.pos, options: [...references, ...functions], validFor: /^\$?\w*$/ }
}

function optionOf(completion: CodeCompletion, language: 'template' | 'expression', prefix: string): Completion {
  const { insert } = completion
  const apply = typeof insert === 'string' ? insert : language === 'template' ? tokenOf(insert) : sourceOfPart(insert)
  return { label: prefix + completion.label, displayLabel: completion.label, detail: completion.detail, apply }
}
