import { sameJson, type Json } from '#base'
import type { InputSpec } from '#domain'
import { useTranslation, type TFunction } from '#texts'
import { Button, Select, type Choice } from '#ui'
import type { LoadedChoice } from '#workbench'
import { useEffect, useState } from 'react'
import type { ChoicesAnswer } from './field-context.ts'
import { FieldNote } from './field-note.tsx'
import { TextEditor, type EditorProps } from './text-editor.tsx'
import { valuePreview } from './value/value-preview.ts'

const UNSET = 'unset'
const LOADING = 'loading'

type LoadedChoiceProps = EditorProps & { readonly spec: Pick<InputSpec, 'required'> }

/** Choices that the connection's API gives, asked for when the field is opened. Where there are none, the value is typed. */
export function LoadedChoiceEditor(props: LoadedChoiceProps) {
  const { t } = useTranslation()
  const { value, onChange, isReadOnly } = props
  const { answer, isLoading, ask } = useChoices(props.loadChoices)
  const current = value?.kind === 'literal' ? value.value : null
  if (answer?.ok === false) {
    return (
      <>
        <TextEditor {...props} isMultiline={false} isCode={false} />
        <FieldNote tone="warning">{answer.sentence}</FieldNote>
        <Button size="sm" variant="quiet" className="self-start" isPending={isLoading} onPress={ask}>
          {t('fields.choices.again')}
        </Button>
      </>
    )
  }
  const loaded = answer?.choices ?? null
  return (
    <div
      onFocusCapture={() => {
        if (answer === null && !isLoading && !isReadOnly) ask()
      }}
      className="flex flex-col gap-1"
    >
      <Select
        label={props.label}
        isLabelHidden
        isDisabled={isReadOnly}
        placeholder={t('fields.notSet')}
        choices={offered(t, loaded, current, props.spec.required)}
        value={current === null ? (props.spec.required ? null : UNSET) : idOf(current)}
        onChange={(id) => {
          const choice = loaded?.find((candidate) => idOf(candidate.value) === id)
          if (id === UNSET) onChange(null, 'choice')
          else if (choice) onChange({ kind: 'literal', value: choice.value }, 'choice')
        }}
      />
      {loaded?.length === 0 && <FieldNote tone="muted">{t('fields.choices.none')}</FieldNote>}
    </div>
  )
}

/** What can be chosen: nothing, the loaded choices, and what is chosen now even when it is none of them. */
function offered(
  t: TFunction,
  loaded: readonly LoadedChoice[] | null,
  current: Json,
  isRequired: boolean,
): readonly Choice[] {
  const unset: Choice[] = isRequired ? [] : [{ id: UNSET, label: t('fields.notSet') }]
  const known = (loaded ?? []).map(({ value, label }): Choice => ({ id: idOf(value), label }))
  const isKnown = current === null || (loaded ?? []).some(({ value }) => sameJson(value, current))
  const text = typeof current === 'string' ? current : valuePreview(current, 40)
  const label = loaded === null ? text : t('fields.otherValue', { value: text })
  const chosen: Choice[] = isKnown ? [] : [{ id: idOf(current), label }]
  const waiting: Choice[] =
    loaded === null ? [{ id: LOADING, label: t('fields.choices.loading'), isDisabled: true }] : []
  return [...unset, ...known, ...chosen, ...waiting]
}

const idOf = (value: Json) => `=${JSON.stringify(value)}`

interface Choices {
  readonly answer: ChoicesAnswer | null
  readonly isLoading: boolean
  readonly ask: () => void
}

/** Asks once the field is opened, and forgets the answer when what it was asked with changes. */
function useChoices(load: (() => Promise<ChoicesAnswer>) | undefined): Choices {
  const [state, setState] = useState<{ readonly of: unknown; readonly answer: ChoicesAnswer | null }>({
    of: null,
    answer: null,
  })
  const [asked, setAsked] = useState<{ readonly load: unknown; readonly time: number } | null>(null)
  useEffect(() => {
    if (!load || asked?.load !== load) return undefined
    let isGone = false
    void load().then((answer) => {
      if (!isGone) setState({ of: asked, answer })
    })
    return () => {
      isGone = true
    }
  }, [load, asked])
  const isAnswered = asked !== null && state.of === asked
  return {
    answer: isAnswered && asked.load === load ? state.answer : null,
    isLoading: asked !== null && asked.load === load && !isAnswered,
    ask: () => setAsked((known) => ({ load, time: (known?.time ?? 0) + 1 })),
  }
}
