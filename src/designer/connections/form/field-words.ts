import type { AuthField, AuthTypeKey } from '#domain'
import { addTexts, connectionForm, formProblems, textOf, useTranslation, type TFunction } from '#texts'

/** The translator with the sentences of the connection form, which load with it. */
export function useFormTexts(): TFunction {
  const { t, i18n } = useTranslation()
  addTexts(i18n, { connections: connectionForm, problems: formProblems })
  return t
}

/** What a field is called: the name a person gave it, or its label. */
export const labelOf = (t: TFunction, { key, label }: Pick<AuthField, 'key' | 'label'>): string =>
  label ?? t(`connections.fields.${key as 'apiKey'}`)

/** A sentence whose key is only known now; `undefined` where there is none. */
function sentence(t: TFunction, key: string): string | undefined {
  const text = textOf(t, key)
  return text === key ? undefined : text
}

/** What a field of an auth type is for, where its label does not say it. */
export const helpOf = (t: TFunction, type: AuthTypeKey, { key }: Pick<AuthField, 'key'>): string | undefined =>
  sentence(t, `connections.fieldHelp.${type}.${key}`)

/** A choice of a field, with what it means where its name does not say it. */
export function choiceOf(t: TFunction, id: string) {
  const description = sentence(t, `connections.choiceHelp.${id}`)
  return {
    id,
    label: t(`connections.choices.${id as 'header'}`),
    ...(description !== undefined && { description }),
  }
}
