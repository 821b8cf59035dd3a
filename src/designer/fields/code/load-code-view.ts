import type { CodeView, CodeViewOptions } from './code-view.ts'

type CreateCodeView = (options: CodeViewOptions) => CodeView

let loaded: CreateCodeView | null = null

/** The editor's maker when it is there already. */
export const loadedCodeView = (): CreateCodeView | null => loaded

/** Loads the code editor: a chunk of its own, so that the designer's first screen does not wait for it. */
export async function loadCodeView(): Promise<CreateCodeView> {
  loaded = (await import('./create-code-view.ts')).createCodeView
  return loaded
}
