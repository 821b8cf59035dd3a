import { classNames } from '#ui'
import { useWorkbench } from '#workbench'
import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { AddButton } from './add-button.tsx'
import { useDetail } from './detail-context.ts'
import { useDropState } from './drop/drop-context.ts'
import { DropZone } from './drop/drop-zone.tsx'
import { edgePath } from './edge-path.ts'
import type { FlowLayout, InsertPoint, LayoutEdge } from './layout/flow-layout.ts'
import { useVisibleEdges } from './use-visible-edges.ts'

/**
 * The lines of the flow. The layout knows their ways, so they need none of React Flow's handles and measuring: all lines
 * of a look are one path, and only the gaps on them are components.
 */
export function EdgeLayer({ layout }: { readonly layout: FlowLayout }) {
  const edges = useVisibleEdges(layout)
  const lines = useMemo(() => linesOf(edges), [edges])
  const isEditing = useWorkbench((state) => state.mode === 'editing')
  return (
    <ViewportPortal>
      {/* Above the frames of loops, below the nodes. */}
      <svg aria-hidden className="pointer-events-none absolute size-px overflow-visible" style={{ zIndex: -1 }}>
        {lines.map(({ key, d, className }) => (
          <path key={key} d={d} className={className} />
        ))}
      </svg>
      {isEditing && edges.map(({ id, insert }) => insert && <Gap key={id} id={id} insert={insert} />)}
    </ViewportPortal>
  )
}

/** A gap on a line: a `+`, or a place to drop what is dragged. */
const Gap = memo(function Gap({ id, insert }: { readonly id: string; readonly insert: InsertPoint }) {
  const drop = useDropState(id)
  const detail = useDetail()
  if (drop === 'none' || (drop === 'idle' && detail === 'placeholder')) return null
  return (
    <div
      className="nopan pointer-events-auto absolute top-0 left-0"
      style={{ transform: `translate(-50%, -50%) translate(${insert.x}px, ${insert.y}px)` }}
    >
      {drop === 'idle' ? <AddButton id={id} insert={insert} /> : <DropZone state={drop} />}
    </div>
  )
})

interface Line {
  readonly key: string
  readonly d: string
  readonly className: string
}

function linesOf(edges: readonly LayoutEdge[]): readonly Line[] {
  const looks = new Map<string, string[]>()
  for (const edge of edges) {
    const key = `${edge.isError ? 'error' : 'plain'} ${edge.role === 'error' || edge.role === 'back' ? 'dashed' : 'solid'}`
    const d = edgePath(edge.points)
    const known = looks.get(key)
    if (known) known.push(d)
    else looks.set(key, [d])
    if (edge.role === 'back') looks.set('arrow', [...(looks.get('arrow') ?? []), backArrow(edge)])
  }
  return [...looks].map(([key, paths]) => ({
    key,
    d: paths.join(''),
    className: classNames(
      'fill-none stroke-[1.5]',
      key.startsWith('error') ? 'stroke-danger' : 'stroke-control',
      key.endsWith('dashed') && '[stroke-dasharray:4_4]',
    ),
  }))
}

/** The head of the arrow that goes back to a loop's step. */
function backArrow({ points }: LayoutEdge): string {
  const tip = points.at(-1)
  return tip ? `M${tip.x - 6} ${tip.y - 4}L${tip.x - 1} ${tip.y}L${tip.x - 6} ${tip.y + 4}` : ''
}
