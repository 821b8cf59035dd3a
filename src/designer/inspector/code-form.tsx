import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { useWorkbench } from '#workbench'
import { useId } from 'react'
import { CodeField } from '../fields/code/code-field.tsx'
import { FieldNote } from '../fields/field-note.tsx'
import { notKeptText } from '../fields/refusal-text.ts'
import { useKeptText } from '../fields/use-kept-text.ts'
import { useBurst } from './use-burst.ts'
import { useIsReadOnly, useKindField } from './use-step.ts'

/** The source of a code step. */
export function CodeForm({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const dispatch = useWorkbench((state) => state.dispatch)
  const source = useKindField(stepId, 'code', (step) => step.source) ?? ''
  const burst = useBurst(`source:${stepId}`)
  const why = useId()
  const { text, refusal, change } = useKeptText(source, (next) =>
    dispatch(
      { type: 'step/configure', id: stepId, changes: { kind: 'code', source: next } },
      { mergeKey: burst.mergeKey() },
    ),
  )
  return (
    <div className="flex flex-col gap-1">
      <CodeField
        label={t('inspector.code.source')}
        language="javascript"
        isMultiline
        isReadOnly={isReadOnly}
        isInvalid={refusal !== null}
        describedBy={refusal ? why : undefined}
        text={text}
        onText={change}
        onBlur={burst.end}
        faceOf={NO_CHIPS}
      />
      {refusal && (
        <FieldNote tone="danger" id={why}>
          {notKeptText(t, refusal)}
        </FieldNote>
      )}
    </div>
  )
}

const NO_CHIPS = () => ({ label: '', title: '', isBroken: false })
