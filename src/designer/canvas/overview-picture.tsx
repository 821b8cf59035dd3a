import { useWorkbench } from '#workbench'
import { useMemo } from 'react'
import type { FlowLayout } from './layout/flow-layout.ts'
import { overviewLines, overviewSteps, type OverviewTone } from './overview-shapes.ts'

const FILLS: Readonly<Record<OverviewTone, string>> = {
  plain: 'fill-control',
  succeeded: 'fill-success',
  failed: 'fill-danger',
  running: 'fill-running',
  selected: 'fill-accent',
}

const TONES = Object.keys(FILLS) as readonly OverviewTone[]

/** The flow from afar, in flow coordinates: for the overview and the minimap. */
export function OverviewPicture({ layout }: { readonly layout: FlowLayout }) {
  const selection = useWorkbench((state) => state.selection)
  const byStep = useWorkbench((state) => state.run?.byStep)
  const { lines, frames } = useMemo(() => overviewLines(layout), [layout])
  const steps = useMemo(
    () => overviewSteps(layout, new Set(selection), (step) => byStep?.[step]?.status),
    [layout, selection, byStep],
  )
  return (
    <>
      <path d={frames} className="fill-hover stroke-line-strong stroke-1 [vector-effect:non-scaling-stroke]" />
      <path d={lines} className="fill-none stroke-control stroke-1 [vector-effect:non-scaling-stroke]" />
      {TONES.map((tone) => steps[tone] !== '' && <path key={tone} d={steps[tone]} className={FILLS[tone]} />)}
    </>
  )
}
