import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { plainTextOf } from '../template/template-text.ts'
import type { CodeSurroundings } from './code-view.ts'

const CHIPS_TYPE = 'application/x-patchbay-template'

/** Copies chips as chips within Patchbay and as their names elsewhere; pastes plain text as it is. */
export function chipClipboard(surroundings: CodeSurroundings): Extension {
  const copy = (event: ClipboardEvent, view: EditorView): boolean => {
    const { from, to } = view.state.selection.main
    if (from === to || !event.clipboardData) return false
    const text = view.state.sliceDoc(from, to)
    event.clipboardData.setData(CHIPS_TYPE, text)
    event.clipboardData.setData(
      'text/plain',
      plainTextOf(text, (part) => surroundings.faceOf(part).label),
    )
    event.preventDefault()
    if (event.type === 'cut' && !view.state.readOnly) {
      view.dispatch({ changes: { from, to }, userEvent: 'delete.cut' })
    }
    return true
  }
  return EditorView.domEventHandlers({
    copy,
    cut: copy,
    paste: (event, view) => {
      const text = event.clipboardData?.getData(CHIPS_TYPE)
      if (text === undefined || text === '' || view.state.readOnly) return false
      event.preventDefault()
      view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true })
      return true
    },
  })
}
