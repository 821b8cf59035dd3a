import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { useWorkbench } from '#workbench'
import { CodeField } from '../fields/code/code-field.tsx'
import { useBurst } from './use-burst.ts'
import { useIsReadOnly, useKindField } from './use-step.ts'

/** The source of a code step. */
export function CodeForm({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const isReadOnly = useIsReadOnly()
  const dispatch = useWorkbench((state) => state.dispatch)
  const source = useKindField(stepId, 'code', (step) => step.source) ?? ''
  const burst = useBurst(`source:${stepId}`)
  return (
    <CodeField
      label={t('inspector.code.source')}
      language="javascript"
      isMultiline
      isReadOnly={isReadOnly}
      text={source}
      onText={(text) =>
        dispatch(
          { type: 'step/configure', id: stepId, changes: { kind: 'code', source: text } },
          { mergeKey: burst.mergeKey() },
        )
      }
      onBlur={burst.end}
      faceOf={NO_CHIPS}
    />
  )
}

const NO_CHIPS = () => ({ label: '', title: '', isBroken: false })
