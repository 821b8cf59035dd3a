import { ok } from '#base'
import type { InputValue, StepId } from '#domain'
import { useTranslation } from '#texts'
import { Button, showToast, TextField } from '#ui'
import { useWorkbench, type TestPayload } from '#workbench'
import { Trash2 } from 'lucide-react'
import { Controller, useForm } from 'react-hook-form'
import { FieldNote } from '../../fields/field-note.tsx'
import type { Edited } from '../../fields/input-edit.ts'
import { JsonEditor } from '../../fields/json-editor.tsx'
import { EMPTY_SCOPE } from '../../fields/scope/field-scope.ts'
import { sameInput } from '../../fields/use-typed-text.ts'
import { useIsReadOnly } from '../use-step.ts'
import { SignPayload } from './sign-payload.tsx'

/** Name and JSON of one payload. It is kept beside the document, as it is typed; runs start with what was complete last. */
export function PayloadEditor({ payload, stepId }: { readonly payload: TestPayload; readonly stepId: StepId }) {
  const { t } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const savePayload = useWorkbench((state) => state.savePayload)
  const removePayload = useWorkbench((state) => state.removePayload)
  const { control } = useForm({ values: { name: payload.name } })
  const saved: InputValue = { kind: 'literal', value: payload.value }
  const { draft } = payload
  const change = (value: InputValue | null): Edited => {
    if (value?.kind !== 'literal') savePayload({ ...payload, draft: value?.kind === 'draft' ? value.text : '' })
    else if (draft !== null || !sameInput(value, saved)) savePayload({ ...payload, value: value.value, draft: null })
    return ok(undefined)
  }
  return (
    <div data-own-undo className="flex flex-col gap-2 rounded-lg border border-line p-2">
      <Controller
        control={control}
        name="name"
        render={({ field }) => (
          <TextField
            label={t('inspector.trigger.name')}
            isReadOnly={isReadOnly}
            inputRef={field.ref}
            value={field.value}
            onBlur={field.onBlur}
            onChange={(name) => {
              field.onChange(name)
              savePayload({ ...payload, name })
            }}
          />
        )}
      />
      <span aria-hidden className="text-xs font-medium text-default">
        {t('inspector.trigger.json')}
      </span>
      <JsonEditor
        label={t('inspector.trigger.json')}
        scope={EMPTY_SCOPE}
        isReadOnly={isReadOnly}
        value={draft === null ? saved : { kind: 'draft', text: draft, as: 'literal' }}
        onChange={change}
      />
      {draft !== null && <FieldNote tone="warning">{t('inspector.trigger.incomplete')}</FieldNote>}
      {!isReadOnly && <SignPayload stepId={stepId} payload={payload} />}
      {!isReadOnly && (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          icon={<Trash2 />}
          onPress={() => {
            removePayload(payload.id)
            showToast({
              title: t('inspector.trigger.removed', { name: payload.name }),
              action: { label: t('common.undo'), onAction: () => savePayload(payload) },
            })
          }}
        >
          {t('inspector.trigger.remove', { name: payload.name })}
        </Button>
      )}
    </div>
  )
}
