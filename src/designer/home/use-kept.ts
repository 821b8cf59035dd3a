import { usePorts, type KeptCounts } from '#workbench'
import { useEffect, useState } from 'react'

/** How much is kept beside the integrations; looks for damaged records first. */
export function useKept(): KeptCounts {
  const { kept } = usePorts()
  const [counts, setCounts] = useState<KeptCounts>({ damaged: 0, deleted: 0 })
  useEffect(() => kept.counts(setCounts), [kept])
  useEffect(() => void kept.collect(), [kept])
  return counts
}
