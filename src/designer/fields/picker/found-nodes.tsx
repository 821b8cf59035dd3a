import { useTranslation } from '#texts'
import { EmptyState, Tree, TreeItem } from '#ui'
import type { ChipPart } from '../template/template-text.ts'
import { partOfNode, type PickerNode } from './picker-nodes.ts'
import { ValueHint } from './value-hint.tsx'

/** What a search found, as one flat list of full paths. */
export function FoundNodes(props: {
  readonly nodes: readonly PickerNode[]
  readonly query: string
  readonly onPick: (part: ChipPart) => void
}) {
  const { t } = useTranslation()
  const { nodes, query, onPick } = props
  if (nodes.length === 0) return <EmptyState title={t('fields.picker.noMatches', { query })} />
  return (
    <>
      <p role="status" className="px-3 text-2xs text-muted">
        {t('fields.picker.results', { count: nodes.length })}
      </p>
      <Tree
        aria-label={t('fields.picker.tree')}
        onAction={(key) => {
          const part = partOfNode(String(key))
          if (part) onPick(part)
        }}
      >
        {nodes.map((node) => (
          <TreeItem key={node.id} id={node.id} label={node.label} trailing={<ValueHint value={node.value} />} />
        ))}
      </Tree>
    </>
  )
}
