import { must } from '#base'
import type { Connection } from '#domain'
import { useTranslation } from '#texts'
import { Button, ListBox, ListBoxSection, SearchField } from '#ui'
import { KeyRound, PlugZap, Plus, Unplug } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { ConnectionTestDialog } from './check/connection-test-dialog.tsx'
import { matchingChoices, type ConnectionChoice, type ConnectionChoices } from './connection-choices.ts'
import { ConnectionOption } from './connection-option.tsx'
import { TestCredentialsDialog } from './test-credentials-dialog.tsx'

/** From how many connections on there is a filter. */
const FILTER_FROM = 7

export interface ConnectionListProps {
  readonly choices: ConnectionChoices
  readonly current: Connection | null
  readonly canClear: boolean
  readonly onPick: (connection: Connection) => void
  readonly onClear: () => void
  /** `null` where none can be made: the step's connector is not installed. */
  readonly onCreate: (() => void) | null
}

/** The connections a step can use, those of this integration first, and what else can be done about its connection. */
export function ConnectionList({ choices, current, canClear, onPick, onClear, onCreate }: ConnectionListProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [isEditing, setEditing] = useState(false)
  const [isTesting, setTesting] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const used = matchingChoices(choices.used, query)
  const others = matchingChoices(choices.others, query)
  const all = [...used, ...others]
  const hasFilter = choices.used.length + choices.others.length >= FILTER_FROM
  useOptionFocus(root, !hasFilter)
  return (
    <div ref={root} className="flex min-h-0 flex-col">
      {hasFilter && (
        <SearchField
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the popover was opened to choose; typing filters at once
          autoFocus
          label={t('connections.filter')}
          value={query}
          onChange={setQuery}
          className="p-2 pb-1"
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') root.current?.querySelector<HTMLElement>('[role="option"]')?.focus()
            else if (event.key === 'Enter' && all[0]) onPick(all[0].connection)
          }}
        />
      )}
      <ListBox
        aria-label={t('connections.compatible')}
        selectionMode="single"
        selectedKeys={current ? [current.id] : []}
        // Choosing the chosen one again takes the selection away; it means "keep it".
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          const chosen = all.find(({ connection }) => connection.id === key)?.connection ?? current
          onPick(must(chosen, 'only what is listed is chosen'))
        }}
        renderEmptyState={() => (
          <span className="block px-2 py-1.5 text-sm text-muted">{t('connections.nothingFound', { query })}</span>
        )}
        className="max-h-72 min-h-0"
      >
        {used.length > 0 && <Section title={t('connections.suggested')} choices={used} />}
        {others.length > 0 &&
          (used.length > 0 ? (
            <Section title={t('connections.others')} choices={others} />
          ) : (
            others.map((choice) => <ConnectionOption key={choice.connection.id} {...choice} />)
          ))}
      </ListBox>
      <div className="flex flex-col items-stretch border-t border-line p-1 [&>button]:justify-start">
        {onCreate && (
          <Button variant="quiet" size="sm" icon={<Plus />} onPress={onCreate}>
            {t('connections.newConnection')}
          </Button>
        )}
        {current && (
          <Button variant="quiet" size="sm" icon={<KeyRound />} onPress={() => setEditing(true)}>
            {t('connections.editTestCredentials')}
          </Button>
        )}
        {current && (
          <Button variant="quiet" size="sm" icon={<PlugZap />} onPress={() => setTesting(true)}>
            {t('connections.check')}
          </Button>
        )}
        {canClear && (
          <Button variant="quiet" size="sm" icon={<Unplug />} onPress={onClear}>
            {t('connections.disconnect')}
          </Button>
        )}
      </div>
      {current && <TestCredentialsDialog connection={current} isOpen={isEditing} onOpenChange={setEditing} />}
      {current && isTesting && <ConnectionTestDialog connection={current} onClose={() => setTesting(false)} />}
    </div>
  )
}

/**
 * Puts the focus on the chosen option, or the first one. The list's own way waits for animations when the popover was
 * opened by a key of the canvas, and keys typed meanwhile would be lost.
 */
function useOptionFocus(root: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return
    const option = (which: string) => root.current?.querySelector<HTMLElement>(`[role="option"]${which}`)
    // The list draws its options one step after itself.
    const frame = requestAnimationFrame(() => (option('[aria-selected="true"]') ?? option(''))?.focus())
    return () => cancelAnimationFrame(frame)
    // Once, when it opens: later the focus is the person's.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [])
}

function Section({ title, choices }: { readonly title: string; readonly choices: readonly ConnectionChoice[] }) {
  return (
    <ListBoxSection title={title}>
      {choices.map((choice) => (
        <ConnectionOption key={choice.connection.id} {...choice} />
      ))}
    </ListBoxSection>
  )
}
