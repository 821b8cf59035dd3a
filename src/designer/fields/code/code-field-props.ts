import type { Ref } from 'react'
import type { ChipPart } from '../template/template-text.ts'
import type { ChipFace, CodeCompletion, CodeLanguage, CodeMark } from './code-view.ts'

/** What may be asked of a field from outside. */
export interface CodeFieldHandle {
  readonly insert: (what: ChipPart | string) => void
  readonly focus: () => void
}

export interface CodeFieldProps {
  readonly label: string
  readonly language: CodeLanguage
  readonly text: string
  readonly onText: (text: string) => void
  readonly isMultiline?: boolean
  readonly isReadOnly?: boolean
  readonly isInvalid?: boolean
  readonly placeholder?: string
  readonly describedBy?: string | undefined
  readonly marks?: readonly CodeMark[]
  readonly faceOf: (part: ChipPart) => ChipFace
  readonly chipsVersion?: unknown
  readonly completions?: () => readonly CodeCompletion[]
  readonly onPick?: () => void
  readonly onBlur?: () => void
  readonly handle?: Ref<CodeFieldHandle>
}
