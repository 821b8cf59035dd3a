import type { StepId } from '#domain'
import type { RunStatus } from '#domain'
import type { FlowLayout, LayoutNode } from './layout/flow-layout.ts'

/** The looks of steps from afar. */
export type OverviewTone = 'plain' | 'selected' | 'succeeded' | 'failed' | 'running'

/** The whole flow as a handful of SVG paths, one for each look: a picture that costs the same for 10 and 10,000 steps. */
export interface OverviewShapes {
  readonly lines: string
  readonly frames: string
  readonly steps: Readonly<Record<OverviewTone, string>>
}

export function overviewLines({ edges, nodes }: FlowLayout): Pick<OverviewShapes, 'lines' | 'frames'> {
  return {
    lines: edges
      .map(({ points }) => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''))
      .join(''),
    frames: nodes.flatMap((node) => (node.kind === 'frame' ? [boxPath(node)] : [])).join(''),
  }
}

export function overviewSteps(
  { nodes }: FlowLayout,
  selection: ReadonlySet<string>,
  statusOf: (step: StepId) => RunStatus | undefined,
): OverviewShapes['steps'] {
  const paths: Record<OverviewTone, string[]> = { plain: [], selected: [], succeeded: [], failed: [], running: [] }
  for (const node of nodes) {
    if (node.kind === 'step' && node.step !== null) paths[toneOf(node.step, selection, statusOf)].push(boxPath(node))
  }
  return {
    plain: paths.plain.join(''),
    selected: paths.selected.join(''),
    succeeded: paths.succeeded.join(''),
    failed: paths.failed.join(''),
    running: paths.running.join(''),
  }
}

function toneOf(
  step: StepId,
  selection: ReadonlySet<string>,
  statusOf: (step: StepId) => RunStatus | undefined,
): OverviewTone {
  if (selection.has(step)) return 'selected'
  const status = statusOf(step)
  return status === 'succeeded' || status === 'failed' || status === 'running' ? status : 'plain'
}

const boxPath = ({ x, y, width, height }: LayoutNode): string => `M${x} ${y}h${width}v${height}h${-width}z`
