import { literal, type FieldRow, type InputSpec, type InputValue } from '#domain'
import { useTranslation } from '#texts'
import { Button, TextField } from '#ui'
import { Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { FieldNote } from './field-note.tsx'
import type { Edited, EditKind } from './input-edit.ts'
import { notKeptText } from './refusal-text.ts'
import { RowMenu } from './row-menu.tsx'
import { useKeptText } from './use-kept-text.ts'
import { useRowKeys } from './use-row-keys.ts'
import type { ValueEditorProps } from './value-editor.tsx'
import { moveItem } from './value/move-item.ts'
import { repeatedKey, rowsOf } from './value/field-rows.ts'

const EMPTY_ROW: FieldRow = { key: '', value: literal('') }

/** Key/value rows. Alt with an arrow key moves the row the focus is in. */
export function FieldsEditor(props: ValueEditorProps) {
  const { t } = useTranslation()
  const { spec, isReadOnly, onChange } = props
  const rows = rowsOf(props.value)
  const { keys, edit } = useRowKeys(rows.length)
  const commit = (next: readonly FieldRow[]) => onChange(valueOf(next), 'choice')
  const move = (index: number, by: -1 | 1) => {
    edit((known) => moveItem(known, index, by))
    commit(moveItem(rows, index, by))
  }
  const repeated = spec.repeatable ? null : repeatedKey(rows)
  return (
    <div role="group" aria-label={props.label} className="flex flex-col gap-2">
      {rows.map((row, index) => (
        <Row
          key={keys[index]}
          {...props}
          row={row}
          index={index}
          count={rows.length}
          onRow={(next, kind) => props.onPart(valueOf(rows.with(index, next)), kind)}
          onMove={(by) => move(index, by)}
          onRemove={() => {
            edit((known) => known.toSpliced(index, 1))
            commit(rows.toSpliced(index, 1))
          }}
        />
      ))}
      {repeated !== null && <FieldNote tone="warning">{t('fields.rows.duplicate', { key: repeated })}</FieldNote>}
      {!isReadOnly && (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          icon={<Plus />}
          onPress={() => {
            edit((known, fresh) => [...known, fresh()])
            commit([...rows, EMPTY_ROW])
          }}
        >
          {t('fields.rows.add')}
        </Button>
      )}
      {isReadOnly && rows.length === 0 && <FieldNote tone="muted">{t('fields.rows.empty')}</FieldNote>}
    </div>
  )
}

const valueOf = (rows: readonly FieldRow[]): InputValue | null => (rows.length === 0 ? null : { kind: 'fields', rows })

interface RowProps extends ValueEditorProps {
  readonly row: FieldRow
  readonly index: number
  readonly count: number
  readonly onRow: (row: FieldRow, kind: EditKind) => Edited
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function Row(props: RowProps) {
  const { t } = useTranslation()
  const { row, index, isReadOnly, Field } = props
  const number = index + 1
  const key = useKeptText(row.key, (text) => props.onRow({ ...row, key: text }, 'typing'))
  const moveByKey = (event: KeyboardEvent) => {
    if (isReadOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    props.onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div onKeyDownCapture={moveByKey} className="flex flex-col gap-1 rounded-md border border-line bg-sunken p-1.5">
      <div className="flex items-center gap-1">
        <TextField
          className="flex-1"
          label={t('fields.rows.key', { row: number })}
          isLabelHidden
          isMonospace
          placeholder={t('fields.rows.keyPlaceholder')}
          value={key.text}
          error={key.refusal ? notKeptText(t, key.refusal) : undefined}
          isReadOnly={isReadOnly}
          onChange={key.change}
          {...(props.onBlur && { onBlur: props.onBlur })}
        />
        {!isReadOnly && (
          <RowMenu
            name={t('fields.rows.options', { row: number })}
            removeName={t('fields.rows.remove', { row: number })}
            isFirst={index === 0}
            isLast={number === props.count}
            onMove={props.onMove}
            onRemove={props.onRemove}
          />
        )}
      </div>
      <Field
        spec={valueSpec(row.key === '' ? props.spec.key : row.key)}
        label={row.key === '' ? t('fields.rows.value', { row: number }) : t('fields.rows.valueOf', { key: row.key })}
        isLabelHidden
        startsAs="text"
        value={row.value}
        onChange={(value, kind) => props.onRow({ ...row, value: value ?? EMPTY }, kind)}
        scope={props.scope}
        isReadOnly={isReadOnly}
        onBlur={props.onBlur}
        onMakeConnection={props.onMakeConnection}
        isHeader={props.spec.key === 'headers'}
      />
    </div>
  )
}

const EMPTY: InputValue = literal('')

const valueSpec = (key: string): InputSpec => ({
  key,
  label: key,
  type: 'json',
  required: true,
  repeatable: false,
  advanced: false,
})
