import type { StoreApi } from 'zustand'
import { requestFocus, type StepSession } from './step-session.ts'

/** Gives the focus to a step on the canvas when what had it is gone from the page. */
export function keepFocus(session: StoreApi<StepSession>, id: string | undefined): void {
  // Dialogs give the focus back a frame after they closed.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (id !== undefined && document.activeElement === document.body) requestFocus(session, id)
    }),
  )
}
