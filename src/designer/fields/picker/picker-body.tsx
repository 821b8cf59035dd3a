import { useTranslation } from '#texts'
import { EmptyState, SearchField } from '#ui'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { FieldScope } from '../scope/field-scope.ts'
import type { ChipPart } from '../template/template-text.ts'
import { FoundNodes } from './found-nodes.tsx'
import { nodeId, searchNodes, type PickerNode } from './picker-nodes.ts'
import { ScopeTree } from './scope-tree.tsx'

/** Search above, the tree of what is in scope below. */
export function PickerBody(props: { readonly scope: FieldScope; readonly onPick: (part: ChipPart) => void }) {
  const { t } = useTranslation()
  const { scope, onPick } = props
  const [query, setQuery] = useState('')
  const rows = useRef<HTMLDivElement>(null)
  const roots = useMemo(() => rootsOf(scope), [scope])
  const asked = useDeferredValue(query.trim())
  const found = useMemo(() => (asked === '' ? null : searchNodes(roots, asked)), [roots, asked])
  // What stands below may still be what an earlier letter found; Enter means what was typed.
  const pickFirst = () => {
    const typed = query.trim()
    const first = typed === '' ? undefined : (typed === asked ? found : searchNodes(roots, typed))?.[0]
    if (first) onPick(first.part)
  }
  if (roots.length === 0) {
    return <EmptyState title={t('fields.picker.empty')}>{t('fields.picker.emptyHelp')}</EmptyState>
  }
  return (
    <div className="flex min-h-0 flex-col">
      <div className="p-2 pb-1">
        <SearchField
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the picker is opened to be searched
          autoFocus
          label={t('fields.picker.search')}
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') rows.current?.querySelector<HTMLElement>('[role="row"]')?.focus()
            else if (event.key === 'Enter') pickFirst()
            else event.continuePropagation()
          }}
        />
      </div>
      <div ref={rows} className="max-h-80 min-h-0 overflow-y-auto overscroll-contain">
        {found ? (
          <FoundNodes nodes={found} query={asked} onPick={onPick} />
        ) : (
          <ScopeTree scope={scope} roots={roots} onPick={onPick} />
        )}
      </div>
      <p className="border-t border-line px-3 py-1.5 text-2xs text-muted">{t('fields.picker.hint')}</p>
    </div>
  )
}

function rootsOf(scope: FieldScope): readonly PickerNode[] {
  const steps = scope.sources.map(({ step, name, value }): PickerNode => {
    const part: ChipPart = { kind: 'reference', step, path: [] }
    return { id: nodeId(part), label: name, part, value }
  })
  const variables = scope.variables.map((variable): PickerNode => {
    const part: ChipPart = { kind: 'variable', variable: variable.id }
    return { id: nodeId(part), label: variable.name, part, value: variable.default }
  })
  return [...steps, ...variables]
}
