import { useTranslation } from '#texts'
import { classNames, EmptyState, ListBox, ListBoxSection, SearchField } from '#ui'
import { useWorkspace } from '#workbench'
import { SearchX } from 'lucide-react'
import { useMemo, useState, type PointerEvent, type Ref } from 'react'
import { Autocomplete } from 'react-aria-components'
import { addableSteps, type AddableStep } from './addable-step.ts'
import { PickerItem } from './picker-item.tsx'
import { PICKER_LIMIT, pickerSections, type PickerSection } from './picker-sections.ts'
import { useRecentSteps } from './recent-steps.ts'
import { useAddableSearch } from './use-addable-search.ts'

export interface StepPickerProps {
  readonly onChoose: (addable: AddableStep) => void
  /** A press on an entry that may become a drag. */
  readonly onPress?: (addable: AddableStep, event: PointerEvent) => void
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly className?: string
}

/** Searches what can be added: typing narrows the list down, arrows walk it from the search box, Enter chooses. */
export function StepPicker({ onChoose, onPress, autoFocus = false, inputRef, className }: StepPickerProps) {
  const { t } = useTranslation()
  const catalog = useWorkspace((state) => state.catalog)
  const known = useRecentSteps()
  /** What was recent as a row was pressed: the rows must not move while the pointer may press once more. */
  const [held, setHeld] = useState<typeof known | null>(null)
  const recent = held ?? known
  const [query, setQuery] = useState('')
  const addables = useMemo(() => addableSteps(catalog, t), [catalog, t])
  const [isUsed, setUsed] = useState(false)
  const search = useAddableSearch(addables, isUsed)
  const found = useMemo(() => search(query), [search, query])
  const listed = found.slice(0, PICKER_LIMIT)
  const isSearching = query.trim() !== ''
  const sections: readonly PickerSection[] = isSearching
    ? [{ id: 'results', title: t('palette.results'), addables: listed }]
    : pickerSections(listed, recent, t)
  const byId = new Map(found.map((addable) => [addable.id, addable]))
  return (
    <div
      className={classNames('flex min-h-0 flex-col', className)}
      onPointerDownCapture={({ target }) => {
        if (target instanceof Element && target.closest('[role="listbox"]')) setHeld(known)
      }}
      onPointerLeave={() => setHeld(null)}
    >
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <div className="p-2 pb-1">
          <SearchField
            label={t('palette.search')}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the picker was just asked for
            autoFocus={autoFocus}
            onFocus={() => setUsed(true)}
            {...(inputRef && { inputRef })}
          />
        </div>
        <ListBox
          aria-label={t('palette.list')}
          className="min-h-0 flex-1"
          selectionMode="none"
          onAction={(key) => {
            const addable = byId.get(idOf(String(key)))
            if (addable) onChoose(addable)
          }}
          renderEmptyState={() => (
            <EmptyState icon={<SearchX />} title={t('palette.noMatches', { query: query.trim() })}>
              {t('palette.noMatchesHint')}
            </EmptyState>
          )}
        >
          {listed.length > 0 &&
            sections.map((section) => (
              <ListBoxSection key={section.id} title={section.title}>
                {section.addables.map((addable) => (
                  <PickerItem
                    key={addable.id}
                    id={`${section.id}:${addable.id}`}
                    addable={addable}
                    showsPrefix={isSearching || section.id === 'recent'}
                    {...(onPress && { onPress })}
                  />
                ))}
              </ListBoxSection>
            ))}
        </ListBox>
      </Autocomplete>
      {found.length > listed.length && (
        <p className="border-t border-line px-3 py-2 text-xs text-muted">
          {t('palette.more', { count: found.length - listed.length })}
        </p>
      )}
    </div>
  )
}

/** Entries may stand in two sections, so the keys of the list name the section too. */
const idOf = (key: string): string => key.slice(key.indexOf(':') + 1)
