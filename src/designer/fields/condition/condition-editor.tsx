import type { Condition } from '#domain'
import { useTranslation } from '#texts'
import { Button, IconButton, SegmentedControl } from '#ui'
import { ListPlus, Plus, X } from 'lucide-react'
import type { FieldContext } from '../field-context.ts'
import { FieldNote } from '../field-note.tsx'
import type { Edited, EditKind } from '../input-edit.ts'
import { useRowKeys } from '../use-row-keys.ts'
import { ComparisonRow } from './comparison-row.tsx'
import { asGroup, groupOf, modeOfGroup, newComparison, partsOf, type ConditionGroup } from './condition-edit.ts'

export interface ConditionEditorProps extends FieldContext {
  /** Of what it is the condition: an arm's name. */
  readonly name: string
  readonly condition: Condition
  readonly onChange: (condition: Condition, kind: EditKind) => Edited
}

/** A condition: comparisons, all or any of which must hold, and groups of them inside. */
export function ConditionEditor(props: ConditionEditorProps) {
  return <Group {...props} group={asGroup(props.condition)} number="" />
}

interface GroupProps extends ConditionEditorProps {
  readonly group: ConditionGroup
  /** `2.1.`: where this group stands, before the numbers of its rows. */
  readonly number: string
  readonly onRemove?: () => void
}

function Group(props: GroupProps) {
  const { t } = useTranslation()
  const { group, number, onChange, isReadOnly } = props
  const mode = modeOfGroup(group)
  const parts = partsOf(group)
  const { keys, edit } = useRowKeys(parts.length)
  const isOuter = number === ''
  const name = isOuter
    ? t('fields.condition.group', { name: props.name })
    : t('fields.condition.nested', { row: number.slice(0, -1) })
  const remove = (index: number) => {
    edit((known) => known.toSpliced(index, 1))
    onChange(groupOf(mode, parts.toSpliced(index, 1)), 'choice')
  }
  const shared = { ...props, onRemove: undefined }
  return (
    <div
      role="group"
      aria-label={name}
      className={isOuter ? 'flex flex-col gap-2' : 'flex flex-col gap-2 rounded-md border border-line p-2'}
    >
      <GroupHead {...props} mode={mode} onMode={(next) => onChange(groupOf(next, parts), 'choice')} />
      {parts.length === 0 && <FieldNote tone="muted">{t(`fields.condition.empty.${mode}`)}</FieldNote>}
      {parts.map((part, index) => {
        const set = (next: Condition, kind: EditKind) => onChange(groupOf(mode, parts.with(index, next)), kind)
        const row = `${number}${index + 1}`
        return 'op' in part ? (
          <ComparisonRow
            key={keys[index]}
            {...shared}
            comparison={part}
            row={row}
            onComparison={set}
            onRemove={() => remove(index)}
          />
        ) : (
          <Group
            key={keys[index]}
            {...shared}
            group={part}
            number={`${row}.`}
            onChange={set}
            onRemove={() => remove(index)}
          />
        )
      })}
      {!isReadOnly && (
        <AddButtons
          mode={mode}
          onAdd={(part) => {
            edit((known, fresh) => [...known, fresh()])
            onChange(groupOf(mode, [...parts, part]), 'choice')
          }}
        />
      )}
    </div>
  )
}

function GroupHead(
  props: GroupProps & { readonly mode: 'all' | 'any'; readonly onMode: (mode: 'all' | 'any') => void },
) {
  const { t } = useTranslation()
  const { mode, number, isReadOnly } = props
  return (
    <div className="flex items-center gap-1">
      <SegmentedControl
        label={t('fields.condition.combine')}
        isDisabled={isReadOnly}
        value={mode}
        onChange={props.onMode}
        choices={[
          { id: 'all', label: t('fields.condition.all') },
          { id: 'any', label: t('fields.condition.any') },
        ]}
      />
      {props.onRemove && !isReadOnly && (
        <IconButton
          size="xs"
          className="ms-auto"
          aria-label={t('fields.condition.removeGroup', { row: number.slice(0, -1) })}
          onPress={props.onRemove}
        >
          <X />
        </IconButton>
      )}
    </div>
  )
}

function AddButtons({ mode, onAdd }: { readonly mode: 'all' | 'any'; readonly onAdd: (part: Condition) => void }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap gap-1">
      <Button size="sm" variant="quiet" icon={<Plus />} onPress={() => onAdd(newComparison())}>
        {t('fields.condition.add')}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        icon={<ListPlus />}
        onPress={() => onAdd(groupOf(mode === 'all' ? 'any' : 'all', [newComparison()]))}
      >
        {t('fields.condition.addGroup')}
      </Button>
    </div>
  )
}
