import type { StepId } from '#domain'
import { useCallback } from 'react'

/** Opens the connection picker of the inspector's connection row. */
export function useOpenConnection(stepId: StepId): () => void {
  return useCallback(() => {
    const row = document.querySelector(`[data-connection-row="${stepId}"]`)
    const chip = row?.querySelector<HTMLElement>('button')
    row?.scrollIntoView({ block: 'nearest' })
    chip?.focus()
    chip?.click()
  }, [stepId])
}
