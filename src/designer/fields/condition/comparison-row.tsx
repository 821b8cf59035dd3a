import { literal, UNARY_OPERATORS, type ConditionOperator, type InputSpec, type InputValue } from '#domain'
import { useTranslation } from '#texts'
import { IconButton, Select, type Choice } from '#ui'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { FieldContext } from '../field-context.ts'
import type { Edited, EditKind } from '../input-edit.ts'
import { InputField } from '../input-field.tsx'
import { OPERATOR_SECTIONS, withOperator, type Comparison } from './condition-edit.ts'

const SIDE: InputSpec = { key: 'side', label: 'side', type: 'json', required: true, repeatable: false, advanced: false }
const SECTIONS = Object.keys(OPERATOR_SECTIONS) as (keyof typeof OPERATOR_SECTIONS)[]

/** One comparison: left side, operator, and a right side where the operator has one. */
export function ComparisonRow(
  props: FieldContext & {
    readonly comparison: Comparison
    /** `2.1`: where it stands. */
    readonly row: string
    readonly onComparison: (comparison: Comparison, kind: EditKind) => Edited
    readonly onRemove: () => void
  },
) {
  const { t } = useTranslation()
  const { comparison, row, isReadOnly, onComparison, scope, onBlur, onMakeConnection } = props
  const choices = useMemo(
    () =>
      SECTIONS.flatMap((section) =>
        OPERATOR_SECTIONS[section].map((id): Choice<ConditionOperator> => ({
          id,
          label: t(`fields.condition.operators.${id}`),
          section: t(`fields.condition.sections.${section}`),
        })),
      ),
    [t],
  )
  const side = {
    spec: SIDE,
    isLabelHidden: true,
    startsAs: 'text',
    scope,
    isReadOnly,
    onBlur,
    onMakeConnection,
  } as const
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sunken p-1.5">
      <InputField
        {...side}
        label={t('fields.condition.left', { row })}
        value={comparison.left}
        onChange={(left, kind) => onComparison({ ...comparison, left: left ?? EMPTY }, kind)}
      />
      <div className="flex items-center gap-1">
        <Select
          className="flex-1"
          size="sm"
          label={t('fields.condition.operator', { row })}
          isLabelHidden
          isDisabled={isReadOnly}
          choices={choices}
          value={comparison.op}
          onChange={(op) => onComparison(withOperator(comparison, op), 'choice')}
        />
        {!isReadOnly && (
          <IconButton size="xs" aria-label={t('fields.condition.remove', { row })} onPress={props.onRemove}>
            <X />
          </IconButton>
        )}
      </div>
      {!UNARY_OPERATORS.has(comparison.op) && (
        <InputField
          {...side}
          label={t('fields.condition.right', { row })}
          value={comparison.right}
          onChange={(right, kind) => onComparison({ ...comparison, right: right ?? EMPTY }, kind)}
        />
      )}
    </div>
  )
}

const EMPTY: InputValue = literal('')
