import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { codeHighlight } from './jsonata-language.ts'

/** The look of the editors: the tokens of the design system, so that both themes follow by themselves. */
export function codeTheme(isMultiline: boolean, isMonospace: boolean): Extension {
  const look = EditorView.theme({
    '&': { backgroundColor: 'transparent', color: 'var(--color-strong)', width: '100%', minWidth: '0' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': {
      fontFamily: isMonospace ? 'var(--font-mono)' : 'inherit',
      fontSize: isMonospace ? 'var(--text-xs)' : 'inherit',
      lineHeight: '1.25rem',
      maxHeight: isMultiline ? '20rem' : '7.5rem',
      overflow: 'auto',
    },
    '.cm-content': {
      padding: '0.3125rem 0',
      minHeight: isMultiline ? '3.25rem' : '1.875rem',
      caretColor: 'var(--color-strong)',
      overflowWrap: 'anywhere',
    },
    '.cm-line': { padding: '0 0.625rem' },
    '.cm-cursor': { borderLeftColor: 'var(--color-strong)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'var(--color-accent-soft)',
    },
    '.cm-placeholder': { color: 'var(--color-faint)' },
    '.cm-chip': {
      display: 'inline-block',
      maxWidth: '100%',
      padding: '0 0.375rem',
      margin: '0 1px',
      borderRadius: 'var(--radius-sm)',
      border: '1px solid var(--color-accent-line)',
      backgroundColor: 'var(--color-accent-soft)',
      color: 'var(--color-accent-text)',
      fontFamily: 'var(--font-sans)',
      fontSize: 'var(--text-xs)',
      lineHeight: '1.125rem',
      verticalAlign: 'baseline',
      cursor: 'default',
    },
    '.cm-chip-broken': {
      borderColor: 'var(--color-danger-line)',
      backgroundColor: 'var(--color-danger-soft)',
      color: 'var(--color-danger)',
      textDecoration: 'line-through',
    },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--color-danger)',
      textUnderlineOffset: '3px',
    },
  })
  // As a theme, because CodeMirror's own colours for what floats know one scheme only.
  const floating = EditorView.theme({
    '.cm-tooltip': {
      zIndex: '60',
      border: '1px solid var(--color-line)',
      borderRadius: 'var(--radius-lg)',
      backgroundColor: 'var(--color-raised)',
      color: 'var(--color-default)',
      boxShadow: 'var(--shadow-popover)',
      overflow: 'hidden',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': {
      fontFamily: 'var(--font-sans)',
      fontSize: 'var(--text-sm)',
      maxHeight: '16rem',
      padding: '0.25rem',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
      padding: '0.25rem 0.5rem',
      borderRadius: 'var(--radius-sm)',
      lineHeight: '1.25rem',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--color-accent-soft)',
      color: 'var(--color-strong)',
    },
    '.cm-completionDetail': { color: 'var(--color-faint)', fontStyle: 'normal', marginLeft: '0.75rem' },
    '.cm-diagnostic': { padding: '0.25rem 0.5rem', borderLeft: '3px solid var(--color-danger)' },
  })
  return [look, floating, codeHighlight]
}
