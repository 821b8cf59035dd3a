import { useReactFlow, useStore as useFlowStore } from '@xyflow/react'
import { useEffect, useRef } from 'react'

const DEEDS = ['pointerdown', 'keydown', 'wheel'] as const

/**
 * What the picture does when the canvas gets another width. Before anybody has done anything it is shown anew: the panels
 * around it may only find their sizes after the first picture, on a narrow page for one. Afterwards what was in the middle
 * stays there.
 */
export function useSettledView(firstWidth: number, reset: () => void): void {
  const width = useFlowStore((state) => state.width)
  const flow = useReactFlow()
  const known = useRef(firstWidth)
  const isUsed = useRef(false)
  useEffect(() => {
    const use = () => {
      isUsed.current = true
    }
    for (const deed of DEEDS) window.addEventListener(deed, use, { capture: true, once: true })
    return () => {
      for (const deed of DEEDS) window.removeEventListener(deed, use, { capture: true })
    }
  }, [])
  useEffect(() => {
    if (width === 0 || width === known.current) return
    const grown = width - known.current
    known.current = width
    if (!isUsed.current) reset()
    else {
      const { x, ...rest } = flow.getViewport()
      void flow.setViewport({ ...rest, x: x + grown / 2 })
    }
  }, [width, reset, flow])
}
