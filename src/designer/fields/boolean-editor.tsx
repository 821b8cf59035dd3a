import type { InputSpec } from '#domain'
import { useTranslation } from '#texts'
import { Switch } from '#ui'
import type { EditorProps } from './text-editor.tsx'

/** Yes or no; without a value it shows what the step does by itself. */
export function BooleanEditor(props: EditorProps & { readonly spec: InputSpec }) {
  const { t } = useTranslation()
  const shown = props.value ?? props.spec.default
  const isOn = shown?.kind === 'literal' && shown.value === true
  return (
    <span className="flex items-center gap-2">
      <Switch
        label={props.label}
        isLabelHidden
        isSelected={isOn}
        isDisabled={props.isReadOnly}
        onChange={(next) => props.onChange({ kind: 'literal', value: next }, 'choice')}
      />
      <span aria-hidden className="text-sm text-muted">
        {isOn ? t('fields.yes') : t('fields.no')}
      </span>
    </span>
  )
}
