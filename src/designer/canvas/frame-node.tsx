import { memo } from 'react'

/** The box around what a loop repeats. */
export const FrameNode = memo(function FrameNode() {
  return <div aria-hidden className="h-full w-full rounded-xl border border-dashed border-line-strong bg-surface/50" />
})

/** Where arms meet: a bend in the lines, nothing to see. */
export const MergeNode = memo(function MergeNode() {
  return <span aria-hidden />
})
