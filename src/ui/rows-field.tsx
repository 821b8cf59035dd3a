import { Plus, X } from 'lucide-react'
import { useId, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import type { Choice } from './choice.ts'
import { IconButton } from './icon-button.tsx'
import { Select } from './select.tsx'
import { TextField } from './text-field.tsx'

/** One row: a name, a value, and where it goes when that is asked for. */
export interface NamedRow {
  readonly name: string
  readonly value: string
  readonly in?: string | undefined
}

/** What is wrong with a row, by its part. */
export type NamedRowErrors = Readonly<Partial<Record<'name' | 'value' | 'in', string | undefined>>>

export interface RowsFieldProps {
  readonly label: string
  readonly rows: readonly NamedRow[]
  readonly onChange: (rows: readonly NamedRow[]) => void
  readonly onBlur?: () => void
  /** What names and values are called, and the button that adds a row. */
  readonly words: { readonly name: string; readonly value: string; readonly place: string; readonly add: string }
  /** Where a row may go; the first is that of a new row. Left out: rows go nowhere in particular. */
  readonly places?: readonly Choice[]
  readonly valuePlaceholder?: string
  readonly description?: ReactNode
  /** What is wrong with the rows as a whole. */
  readonly error?: string | undefined
  /** What is wrong with each row. */
  readonly rowErrors?: readonly (NamedRowErrors | undefined)[]
  readonly isOptional?: boolean
  /** The name of the first row, for focus. */
  readonly inputRef?: Ref<HTMLInputElement>
  readonly className?: string
}

/** A list of names and values that grows and shrinks. Empty it shows only how to add to it. */
export function RowsField(props: RowsFieldProps) {
  const { label, rows, onChange, words, places, description, error, isOptional = false, className = '' } = props
  const { t } = useTranslation()
  const labelId = useId()
  const textId = useId()
  const put = (index: number, changes: Partial<NamedRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)))
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      aria-describedby={textId}
      className={`flex min-w-0 flex-col gap-1.5 ${className}`}
    >
      <span className="flex items-center gap-1.5 text-xs">
        <span id={labelId} className="font-medium text-default">
          {label}
        </span>
        {isOptional && <span className="text-faint">{t('common.optional')}</span>}
      </span>
      {rows.map((row, index) => (
        // A row has nothing of its own to be told by, and rows are not moved.
        // oxlint-disable-next-line react/no-array-index-key
        <Row key={index} {...props} row={row} index={index} onPut={put} />
      ))}
      <div id={textId} className="flex flex-col gap-1 text-xs text-pretty text-muted empty:hidden">
        {description}
        {error !== undefined && <span className="text-danger">{error}</span>}
      </div>
      <Button
        size="sm"
        variant="quiet"
        icon={<Plus />}
        className="self-start"
        onPress={() => onChange([...rows, { name: '', value: '', ...(places?.[0] && { in: places[0].id }) }])}
      >
        {words.add}
      </Button>
    </div>
  )
}

interface RowProps extends RowsFieldProps {
  readonly row: NamedRow
  readonly index: number
  readonly onPut: (index: number, changes: Partial<NamedRow>) => void
}

function Row({ row, index, onPut, rows, onChange, onBlur, words, places, rowErrors, ...rest }: RowProps) {
  const { t } = useTranslation()
  const errors = rowErrors?.[index]
  const number = index + 1
  const shared = { isLabelHidden: true, autoComplete: 'off', ...(onBlur && { onBlur }) }
  return (
    <div className="flex min-w-0 items-start gap-1.5">
      <div className={places ? 'grid min-w-0 flex-1 grid-cols-6 gap-1.5' : 'grid min-w-0 flex-1 grid-cols-2 gap-1.5'}>
        {places && (
          <Select
            label={`${words.place} ${number}`}
            isLabelHidden
            className="col-span-2"
            choices={places}
            value={row.in ?? null}
            onChange={(place) => onPut(index, { in: place })}
            error={errors?.in}
          />
        )}
        <TextField
          {...shared}
          label={`${words.name} ${number}`}
          placeholder={words.name}
          className={places ? 'col-span-4' : ''}
          value={row.name}
          onChange={(name) => onPut(index, { name })}
          error={errors?.name}
          {...(index === 0 && rest.inputRef && { inputRef: rest.inputRef })}
        />
        <TextField
          {...shared}
          label={`${words.value} ${number}`}
          placeholder={rest.valuePlaceholder ?? words.value}
          className={places ? 'col-span-full' : ''}
          isMonospace={places !== undefined}
          value={row.value}
          onChange={(value) => onPut(index, { value })}
          error={errors?.value}
        />
      </div>
      <IconButton
        size="sm"
        aria-label={t('common.removeRow', { number })}
        onPress={() => onChange(rows.filter((_, at) => at !== index))}
      >
        <X />
      </IconButton>
    </div>
  )
}
