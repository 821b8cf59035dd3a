import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { Dialog, ListBox, ListBoxItem, SearchField } from '#ui'
import { useWorkbench } from '#workbench'
import { useMemo, useState } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components'
import { keepFocus } from './keep-focus.ts'
import { movePlaces } from './move-places.ts'
import { useStepSessionStore } from './step-session.ts'
import { placeWords, stepName } from './step-words.ts'
import { useStepCommands } from './use-step-commands.ts'

/** Moves steps without dragging: every place of the flow in a list, those where they may not go greyed out. */
export function MoveToDialog({ steps }: { readonly steps: readonly StepId[] }) {
  const { t } = useTranslation()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const doc = useWorkbench((state) => state.doc)
  const flow = useWorkbench((state) => state.flow)
  const [query, setQuery] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const places = useMemo(() => movePlaces(doc, flow, steps), [doc, flow, steps])
  const rows = places.map(({ key, position, after, depth, isAllowed }) => {
    const place = placeWords(doc, position.place, t)
    const label =
      after === null
        ? t('canvas.moveTo.atStart', { place })
        : t('canvas.moveTo.after', { name: stepName(doc.steps[after], t) })
    return { key, position, depth, isAllowed, label, place: after === null ? '' : place }
  })
  const found = rows.filter(({ label, place }) => contains(`${place} ${label}`, query))
  const close = () => {
    session.setState({ dialog: null })
    // It was opened from a menu, which is gone: the focus goes to the step instead.
    keepFocus(session, steps[0])
  }
  return (
    <Dialog
      title={t('canvas.moveTo.title', {
        count: steps.length,
        name: stepName(steps[0] === undefined ? undefined : doc.steps[steps[0]], t),
      })}
      size="sm"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that was just asked for */}
        <SearchField label={t('canvas.moveTo.search')} autoFocus />
        <ListBox
          aria-label={t('canvas.moveTo.list')}
          className="mt-2 max-h-80"
          disabledKeys={found.filter(({ isAllowed }) => !isAllowed).map(({ key }) => key)}
          onAction={(key) => {
            const row = found.find((candidate) => candidate.key === key)
            close()
            if (row) commands.move(steps, row.position)
          }}
          renderEmptyState={() => <p className="px-2 py-3 text-xs text-muted">{t('common.noMatches')}</p>}
        >
          {found.map(({ key, depth, label, place }) => (
            <ListBoxItem
              key={key}
              id={key}
              label={label}
              trailing={<span className="max-w-40 truncate text-xs leading-5 text-muted">{place}</span>}
              icon={<span style={{ width: depth * 12 }} />}
            />
          ))}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}
