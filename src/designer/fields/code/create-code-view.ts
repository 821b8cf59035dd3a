import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { json } from '@codemirror/lang-json'
import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import { tokenOf } from '../template/template-text.ts'
import { chipClipboard } from './chip-clipboard.ts'
import { sourceOfPart } from '../template/chip-source.ts'
import { chips, refreshChips } from './chips.ts'
import { completeReferences } from './complete-references.ts'
import type { CodeSettings, CodeView, CodeViewOptions } from './code-view.ts'
import { codeTheme } from './code-theme.ts'
import { jsonataLanguage } from './jsonata-language.ts'
import { OWN_UNDO } from '../own-undo.ts'
import { changeBetween, fromOutside } from './outside-change.ts'

/** Makes a code editor. Undo is the document's, and the editor keeps a history of its own only for what is not part of it. */
export function createCodeView(options: CodeViewOptions): CodeView {
  const { surroundings, language } = options
  const settings = new Compartment()
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        settings.of(settingsOf(options.settings)),
        languageOf(options),
        keysOf(options),
        ...(options.parent.closest(OWN_UNDO) ? [history(), keymap.of(historyKeymap)] : []),
        drawSelection(),
        EditorView.lineWrapping,
        EditorState.lineSeparator.of('\n'),
        codeTheme(options.isMultiline, language !== 'template'),
        tooltips({ position: 'fixed', parent: document.body }),
        EditorView.domEventHandlers({
          focus: () => surroundings.onFocus(),
          blur: () => surroundings.onBlur(),
          // Keyboards of phones send this instead of the Enter key.
          beforeinput: (event) => {
            const isBreak = event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak'
            if (isBreak && !options.isMultiline) event.preventDefault()
            return isBreak && !options.isMultiline
          },
        }),
        EditorView.updateListener.of((update) => {
          const isOurs = update.transactions.every((transaction) => transaction.annotation(fromOutside) === true)
          if (update.docChanged && !isOurs) surroundings.onText(update.state.doc.toString())
        }),
      ],
    }),
  })
  return viewOf(view, options, settings)
}

function viewOf(view: EditorView, { language }: CodeViewOptions, settings: Compartment): CodeView {
  return {
    setText: (text) => {
      const shown = view.state.doc.toString()
      if (text === shown) return
      view.dispatch({ changes: changeBetween(shown, text), annotations: fromOutside.of(true) })
    },
    setSettings: (next) => view.dispatch({ effects: settings.reconfigure(settingsOf(next)) }),
    refreshChips: () => view.dispatch({ effects: refreshChips.of(null) }),
    setMarks: (marks) => {
      const { length } = view.state.doc
      const found = marks.map(({ from, to, message }) => ({
        from: Math.min(from, length),
        to: Math.min(Math.max(to, from), length),
        severity: 'error' as const,
        message,
      }))
      view.dispatch(setDiagnostics(view.state, found))
    },
    insert: (what) => {
      const text = typeof what === 'string' ? what : language === 'template' ? tokenOf(what) : sourceOfPart(what)
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input' })
    },
    focus: () => {
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

function settingsOf({ label, describedBy, placeholder: hint, isReadOnly, isInvalid }: CodeSettings): Extension {
  return [
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      ...(describedBy !== null && { 'aria-describedby': describedBy }),
      ...(isInvalid && { 'aria-invalid': 'true' }),
      ...(isReadOnly && { 'aria-readonly': 'true', tabindex: '0' }),
      spellcheck: 'false',
      autocapitalize: 'off',
    }),
    hint === '' ? [] : placeholder(hint),
  ]
}

function languageOf({ language, surroundings }: CodeViewOptions): Extension {
  const completion = autocompletion({
    override: [completeReferences(language, surroundings)],
    // Nothing is chosen until an arrow key does: Enter and a typed path stay what they were.
    selectOnOpen: language === 'expression',
    icons: false,
    defaultKeymap: false,
  })
  switch (language) {
    case 'template':
      return [chips('template', surroundings), chipClipboard(surroundings), completion]
    case 'expression':
      return [chips('expression', surroundings), jsonataLanguage(), closeBrackets(), completion]
    case 'json':
      return [json(), closeBrackets()]
    case 'javascript':
      return [javascript(), closeBrackets()]
  }
}

function keysOf({ language, isMultiline, surroundings }: CodeViewOptions): Extension {
  const pick = () => {
    surroundings.onPick()
    return true
  }
  const completions =
    language === 'template' ? completionKeymap.filter(({ key }) => key !== 'Ctrl-Space') : completionKeymap
  return keymap.of([
    ...(language === 'template' ? [{ key: 'Ctrl-Space', run: pick }] : []),
    ...completions,
    // One line has no second one; what Enter means there is the form's.
    ...(isMultiline ? [] : [{ key: 'Enter', run: () => true }]),
    ...(language === 'template' ? [] : closeBracketsKeymap),
    // The application's keys go past the editor.
    ...defaultKeymap.filter(({ key }) => (key !== 'Mod-Enter' && key !== 'Enter') || (key === 'Enter' && isMultiline)),
  ])
}
