import { useTranslation } from '#texts'
import { Badge, Tree, TreeItem } from '#ui'
import { Settings2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { sourceOf, type FieldScope } from '../scope/field-scope.ts'
import { StepIcon } from '../step-icon.tsx'
import type { ChipPart } from '../template/template-text.ts'
import { membersOf, PAGE, partOfNode, type PickerNode } from './picker-nodes.ts'
import { ValueHint } from './value-hint.tsx'

const MORE = 'more:'

interface Opened {
  readonly expanded: ReadonlySet<string>
  /** How many members of a node are shown, where it is more than a page. */
  readonly limits: Readonly<Record<string, number>>
}

/** Steps and variables in scope; what is inside is made only when it is opened, a page at a time. */
export function ScopeTree(props: {
  readonly scope: FieldScope
  readonly roots: readonly PickerNode[]
  readonly onPick: (part: ChipPart) => void
}) {
  const { t } = useTranslation()
  const { scope, roots, onPick } = props
  const [opened, setOpened] = useState<Opened>(() => ({
    expanded: new Set(roots.slice(0, 1).map(({ id }) => id)),
    limits: {},
  }))
  const onAction = (id: string) => {
    if (!id.startsWith(MORE)) {
      const part = partOfNode(id)
      if (part) onPick(part)
      return
    }
    const of = id.slice(MORE.length)
    setOpened(({ expanded, limits }) => ({ expanded, limits: { ...limits, [of]: (limits[of] ?? PAGE) + PAGE * 2 } }))
  }
  return (
    <Tree
      aria-label={t('fields.picker.tree')}
      expandedKeys={opened.expanded}
      onExpandedChange={(keys) => setOpened(({ limits }) => ({ limits, expanded: new Set([...keys].map(String)) }))}
      onAction={(key) => onAction(String(key))}
    >
      {roots.map((root) => (
        <NodeRow key={root.id} node={root} opened={opened} icon={<RootIcon scope={scope} node={root} />}>
          <Origin scope={scope} node={root} />
        </NodeRow>
      ))}
    </Tree>
  )
}

interface NodeRowProps {
  readonly node: PickerNode
  readonly opened: Opened
  /** False for the one member that a folded row holds, so that the tree knows it can be opened. */
  readonly isShown?: boolean
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

function NodeRow({ node, opened, isShown = true, icon, children }: NodeRowProps) {
  const { t } = useTranslation()
  const isOpen = isShown && opened.expanded.has(node.id)
  const { members, more } = membersOf(node, isOpen ? (opened.limits[node.id] ?? PAGE) : isShown ? 1 : 0)
  return (
    <TreeItem
      id={node.id}
      label={node.label}
      icon={icon}
      trailing={
        <span className="flex min-w-0 shrink-0 items-center gap-1.5">
          <ValueHint value={node.value} />
          {children}
        </span>
      }
    >
      {members.map((member) => (
        <NodeRow key={member.id} node={member} opened={opened} isShown={isOpen} />
      ))}
      {isOpen && more > 0 && <TreeItem id={`${MORE}${node.id}`} label={t('fields.picker.showMore', { count: more })} />}
    </TreeItem>
  )
}

function RootIcon({ scope, node }: { readonly scope: FieldScope; readonly node: PickerNode }) {
  const source = node.part.kind === 'reference' ? sourceOf(scope, node.part.step) : undefined
  return source ? <StepIcon icon={source.icon} /> : <Settings2 aria-hidden className="size-4" />
}

function Origin({ scope, node }: { readonly scope: FieldScope; readonly node: PickerNode }) {
  const { t } = useTranslation()
  if (node.part.kind === 'variable') return <Badge>{t('fields.mode.variable')}</Badge>
  const source = sourceOf(scope, node.part.step)
  if (!source) return null
  return (
    <>
      {source.as !== 'result' && <Badge tone="accent">{t(`fields.form.${source.as}`)}</Badge>}
      <Badge tone={source.from === 'run' ? 'success' : source.from === 'none' ? 'neutral' : 'info'}>
        {t(`fields.from.${source.from}`)}
      </Badge>
    </>
  )
}
