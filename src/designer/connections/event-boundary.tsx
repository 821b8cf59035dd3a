import type { ReactNode, SyntheticEvent } from 'react'

const stop = (event: SyntheticEvent) => event.stopPropagation()

/**
 * Keeps what happens in an overlay from whatever it was opened in: React hands events of a portal to the component that
 * rendered it, so a canvas would take keys typed into a popover of its node for its own.
 */
export function EventBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <div
      role="presentation"
      className="contents"
      onKeyDown={stop}
      onKeyUp={stop}
      onClick={stop}
      onDoubleClick={stop}
      onContextMenu={stop}
      onPointerDown={stop}
      onPointerMove={stop}
      onPointerUp={stop}
      onMouseDown={stop}
      onFocus={stop}
      onBlur={stop}
      onCopy={stop}
      onCut={stop}
      onPaste={stop}
      onWheel={stop}
      onSubmit={stop}
    >
      {children}
    </div>
  )
}
