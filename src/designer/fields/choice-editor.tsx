import { sameJson, type Json } from '#base'
import type { InputSpec } from '#domain'
import { textOf, useTranslation } from '#texts'
import { Select, type Choice } from '#ui'
import { LoadedChoiceEditor } from './loaded-choice-editor.tsx'
import type { EditorProps } from './text-editor.tsx'
import { valuePreview } from './value/value-preview.ts'

const UNSET = 'unset'

/** One of the choices the connector fixes, or that the connection's API gives. */
export function ChoiceEditor(props: EditorProps & { readonly spec: InputSpec }) {
  const { options } = props.spec
  return options?.kind === 'fixed' ? (
    <FixedChoice {...props} options={options.options} />
  ) : (
    <LoadedChoiceEditor {...props} />
  )
}

type FixedOptions = Extract<NonNullable<InputSpec['options']>, { kind: 'fixed' }>['options']

function FixedChoice(props: EditorProps & { readonly spec: InputSpec; readonly options: FixedOptions }) {
  const { t } = useTranslation()
  const { spec, value, options } = props
  const choices: Choice[] = options.map((option) => ({
    id: idOf(option.value),
    label: textOf(t, option.label),
  }))
  const shown = value ?? spec.default
  const chosen = shown?.kind === 'literal' ? shown.value : null
  const isKnown = chosen === null || options.some((option) => sameJson(option.value, chosen))
  if (!isKnown) choices.push({ id: idOf(chosen), label: t('fields.otherValue', { value: valuePreview(chosen, 40) }) })
  if (!spec.required && spec.default === undefined) choices.unshift({ id: UNSET, label: t('fields.notSet') })
  return (
    <Select
      label={props.label}
      isLabelHidden
      choices={choices}
      value={chosen === null ? (spec.required || spec.default ? null : UNSET) : idOf(chosen)}
      placeholder={t('fields.notSet')}
      isDisabled={props.isReadOnly}
      onChange={(id) => {
        const option = options.find((candidate) => idOf(candidate.value) === id)
        if (id === UNSET) props.onChange(null, 'choice')
        else if (option) props.onChange({ kind: 'literal', value: option.value }, 'choice')
      }}
    />
  )
}

const idOf = (value: Json) => `=${JSON.stringify(value)}`
