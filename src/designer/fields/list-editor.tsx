import { literal, type InputSpec, type InputValue } from '#domain'
import { useTranslation } from '#texts'
import { Button } from '#ui'
import { Plus } from 'lucide-react'
import { FieldNote } from './field-note.tsx'
import { RowMenu } from './row-menu.tsx'
import { useRowKeys } from './use-row-keys.ts'
import type { ValueEditorProps } from './value-editor.tsx'
import { itemsOf } from './value/list-items.ts'
import { moveItem } from './value/move-item.ts'

const ITEM: InputSpec = { key: 'item', label: 'item', type: 'json', required: true, repeatable: false, advanced: false }

const valueOf = (items: readonly InputValue[]): InputValue | null =>
  items.length === 0 ? null : { kind: 'list', items }

/** A value per item. */
export function ListEditor(props: ValueEditorProps) {
  const { t } = useTranslation()
  const { isReadOnly, onChange, Field } = props
  const items = itemsOf(props.value)
  const { keys, edit } = useRowKeys(items.length)
  const commit = (next: readonly InputValue[]) => onChange(valueOf(next), 'choice')
  return (
    <div role="group" aria-label={props.label} className="flex flex-col gap-2">
      {items.map((item, index) => (
        <div key={keys[index]} className="flex items-start gap-1 rounded-md border border-line bg-sunken p-1.5">
          <div className="min-w-0 flex-1">
            <Field
              spec={ITEM}
              label={t('fields.list.item', { row: index + 1 })}
              startsAs="text"
              value={item}
              onChange={(value, kind) => props.onPart(valueOf(items.with(index, value ?? literal(''))), kind)}
              scope={props.scope}
              isReadOnly={isReadOnly}
              onBlur={props.onBlur}
              onMakeConnection={props.onMakeConnection}
            />
          </div>
          {!isReadOnly && (
            <RowMenu
              name={t('fields.list.options', { row: index + 1 })}
              removeName={t('fields.list.remove', { row: index + 1 })}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onMove={(by) => {
                edit((known) => moveItem(known, index, by))
                commit(moveItem(items, index, by))
              }}
              onRemove={() => {
                edit((known) => known.toSpliced(index, 1))
                commit(items.toSpliced(index, 1))
              }}
            />
          )}
        </div>
      ))}
      {isReadOnly && items.length === 0 && <FieldNote tone="muted">{t('fields.list.empty')}</FieldNote>}
      {!isReadOnly && (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          icon={<Plus />}
          onPress={() => {
            edit((known, fresh) => [...known, fresh()])
            commit([...items, literal('')])
          }}
        >
          {t('fields.list.add')}
        </Button>
      )}
    </div>
  )
}
