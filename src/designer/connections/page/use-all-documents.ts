import type { IntegrationDoc } from '#domain'
import { usePorts } from '#workbench'
import { useEffect, useState } from 'react'

/** Every document of the workspace, read again whenever one of them changes; `null` until they are there. */
export function useAllDocuments(): readonly IntegrationDoc[] | null {
  const { documents } = usePorts()
  const [all, setAll] = useState<readonly IntegrationDoc[] | null>(null)
  useEffect(() => {
    let isGone = false
    const stop = documents.list(() => {
      void documents.all().then((docs) => {
        if (!isGone) setAll(docs)
      })
    })
    return () => {
      isGone = true
      stop()
    }
  }, [documents])
  return all
}
