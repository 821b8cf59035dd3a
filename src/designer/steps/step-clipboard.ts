import type { CreateId } from '#operations'
import type { TFunction } from '#texts'
import type { WorkbenchState } from '#workbench'
import type { ClipboardEvent } from 'react'
import type { StoreApi } from 'zustand'
import { copiedText, pasteText } from './clipboard.ts'
import type { StepCommands } from './step-commands.ts'

export interface StepClipboardContext {
  readonly workbench: StoreApi<WorkbenchState>
  readonly commands: StepCommands
  readonly createId: CreateId
  readonly t: TFunction
  /** After a paste or cut: the selection is where to go on. */
  readonly onChanged?: () => void
}

/** Text fields keep their own clipboard. */
const isInField = ({ target }: ClipboardEvent): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null

/** Copies, cuts and pastes the selected steps with the browser's own clipboard events: no permission is asked for. */
export function stepClipboard({ workbench, commands, createId, t, onChanged }: StepClipboardContext) {
  const copy = (event: ClipboardEvent): boolean => {
    if (isInField(event)) return false
    const state = workbench.getState()
    const text = copiedText(state, state.selection)
    if (text === null) return false
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    return true
  }
  return {
    onCopy: (event: ClipboardEvent): void => void copy(event),
    onCut: (event: ClipboardEvent): void => {
      if (workbench.getState().mode === 'read-only' || !copy(event)) return
      commands.remove(workbench.getState().selection)
      onChanged?.()
    },
    onPaste: (event: ClipboardEvent): void => {
      if (isInField(event) || workbench.getState().mode === 'read-only') return
      if (!pasteText(workbench, event.clipboardData.getData('text/plain'), { createId, t })) return
      event.preventDefault()
      onChanged?.()
    },
  }
}
