import type { ChipPart } from '../template/template-text.ts'

/** What an editor's text is. */
export type CodeLanguage = 'template' | 'expression' | 'json' | 'javascript'

/** A chip as it is drawn. */
export interface ChipFace {
  readonly label: string
  /** What hovering tells: where it leads, or what is wrong with it. */
  readonly title: string
  readonly isBroken: boolean
}

/** One entry that completion offers. */
export interface CodeCompletion {
  readonly label: string
  readonly detail: string
  /** What it puts in: a chip, or text. */
  readonly insert: ChipPart | string
}

/** What an editor asks of the component around it; read anew each time, so that names and scope stay current. */
export interface CodeSurroundings {
  readonly faceOf: (part: ChipPart) => ChipFace
  readonly completions: () => readonly CodeCompletion[]
  readonly onText: (text: string) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
  /** Ctrl+Space in a template: the person wants the reference picker. */
  readonly onPick: () => void
}

/** How an editor starts, and what may be set anew later. */
export interface CodeSettings {
  readonly label: string
  readonly describedBy: string | null
  readonly placeholder: string
  readonly isReadOnly: boolean
  readonly isInvalid: boolean
}

export interface CodeViewOptions {
  readonly parent: HTMLElement
  readonly language: CodeLanguage
  readonly isMultiline: boolean
  readonly text: string
  readonly settings: CodeSettings
  readonly surroundings: CodeSurroundings
}

/** A mark under a stretch of the text, with its sentence. */
export interface CodeMark {
  readonly from: number
  readonly to: number
  readonly message: string
}

/** A code editor, hidden behind what the fields need of it. Loaded when the first field with text is shown. */
export interface CodeView {
  /** Shows another text; does nothing when it is the text shown. */
  readonly setText: (text: string) => void
  readonly setSettings: (settings: CodeSettings) => void
  /** Draws the chips again: names or scope changed. */
  readonly refreshChips: () => void
  readonly setMarks: (marks: readonly CodeMark[]) => void
  /** Puts a chip or text in place of the selection. */
  readonly insert: (what: ChipPart | string) => void
  readonly focus: () => void
  readonly destroy: () => void
}
