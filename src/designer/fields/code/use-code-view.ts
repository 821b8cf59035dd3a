import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { CodeMark, CodeSettings, CodeSurroundings, CodeView, CodeViewOptions } from './code-view.ts'
import { loadCodeView, loadedCodeView } from './load-code-view.ts'

/** What an editor shows; taken in whenever it changes. */
export interface CodeContent {
  readonly text: string
  readonly settings: CodeSettings
  readonly surroundings: CodeSurroundings
  readonly marks: readonly CodeMark[]
  /** Another object when names or scope changed and the chips must be drawn again. */
  readonly chipsVersion: unknown
}

type Shape = Pick<CodeViewOptions, 'language' | 'isMultiline'>

/** Whether the editor's code is there. While the plain field has the focus it stays, so that no typing is lost. */
export function useCodeLoaded(isBusy: () => boolean): { readonly isLoaded: boolean; readonly settle: () => void } {
  const [isLoaded, setLoaded] = useState(() => loadedCodeView() !== null)
  const busy = useRef(isBusy)
  useEffect(() => {
    busy.current = isBusy
  })
  useEffect(() => {
    if (isLoaded) return
    let isGone = false
    void loadCodeView().then(() => {
      // At once: in between, somebody could begin to type into the field that is about to go.
      if (!isGone && !busy.current()) flushSync(() => setLoaded(true))
    })
    return () => {
      isGone = true
    }
  }, [isLoaded])
  return { isLoaded, settle: () => setLoaded(loadedCodeView() !== null) }
}

/** Keeps a code editor in `parent` in step with what it shows. */
export function useCodeView(
  parent: RefObject<HTMLElement | null>,
  isLoaded: boolean,
  shape: Shape,
  content: CodeContent,
): RefObject<CodeView | null> {
  const view = useRef<CodeView | null>(null)
  const latest = useRef(content)
  const { language, isMultiline } = shape
  useLayoutEffect(() => {
    latest.current = content
  })
  useLayoutEffect(() => {
    const create = loadedCodeView()
    if (!isLoaded || !create || !parent.current) return
    const { text, settings } = latest.current
    const created = create({
      parent: parent.current,
      language,
      isMultiline,
      text,
      settings,
      surroundings: currentSurroundings(latest),
    })
    view.current = created
    return () => {
      view.current = null
      created.destroy()
    }
  }, [isLoaded, parent, language, isMultiline])
  const { label, describedBy, placeholder, isReadOnly, isInvalid } = content.settings
  useLayoutEffect(() => {
    view.current?.setText(content.text)
  }, [content.text])
  useEffect(() => {
    view.current?.setSettings({ label, describedBy, placeholder, isReadOnly, isInvalid })
  }, [label, describedBy, placeholder, isReadOnly, isInvalid])
  useEffect(() => {
    view.current?.refreshChips()
  }, [content.chipsVersion, isLoaded])
  useEffect(() => {
    view.current?.setMarks(content.marks)
  }, [content.marks, isLoaded])
  return view
}

/** Asks the component as it is now, not as it was when the editor was made. */
function currentSurroundings(latest: RefObject<CodeContent>): CodeSurroundings {
  const now = () => latest.current.surroundings
  return {
    faceOf: (part) => now().faceOf(part),
    completions: () => now().completions(),
    onText: (text) => now().onText(text),
    onFocus: () => now().onFocus(),
    onBlur: () => now().onBlur(),
    onPick: () => now().onPick(),
  }
}
