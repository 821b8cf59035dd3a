import { useStore as useFlowStore } from '@xyflow/react'
import { useEffect, useRef } from 'react'

const DEEDS = ['pointerdown', 'keydown', 'wheel'] as const

/**
 * Shows the flow anew when the canvas gets another width before anybody has done anything: the panels around it may only
 * find their sizes after the first picture, on a narrow page for one.
 */
export function useSettledView(firstWidth: number, reset: () => void): void {
  const width = useFlowStore((state) => state.width)
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
    known.current = width
    if (!isUsed.current) reset()
  }, [width, reset])
}
