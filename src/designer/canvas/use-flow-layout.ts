import { specOf, type Step } from '#domain'
import { useWorkbench, useWorkspace } from '#workbench'
import { useCallback, useState } from 'react'
import { createLayoutMemo } from './layout/create-layout-memo.ts'
import type { FlowLayout } from './layout/flow-layout.ts'

/** The picture of the open flow; the same object until the structure of the flow changes. */
export function useFlowLayout(): FlowLayout {
  const catalog = useWorkspace((state) => state.catalog)
  const [layoutOf] = useState(createLayoutMemo)
  const hasChip = useCallback(
    (step: Step) => {
      if (step.kind !== 'action' && step.kind !== 'trigger') return false
      return step.slot !== null || (specOf(catalog, step)?.connection ?? 'none') !== 'none'
    },
    [catalog],
  )
  return useWorkbench(({ doc, flow, collapsed }) => layoutOf(doc, flow, { collapsed, hasChip }))
}
