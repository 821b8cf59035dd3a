import { isInputShown, specOf, type InputSpec, type StepId } from '#domain'
import { useTranslation } from '#texts'
import { Disclosure } from '#ui'
import { useWorkbench, useWorkspace } from '#workbench'
import type { FieldScope } from '../fields/scope/field-scope.ts'
import { StepInput } from './step-input.tsx'

interface StepInputsProps {
  readonly stepId: StepId
  readonly scope: FieldScope
}

/** The inputs a connector declares, as far as they are shown; what is seldom needed is folded. */
export function StepInputs({ stepId, scope }: StepInputsProps) {
  const { t } = useTranslation()
  const catalog = useWorkspace((state) => state.catalog)
  // A text, so that typing into one input does not render the others.
  const shownKeys = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    const spec = step && specOf(catalog, step)
    if (!spec || !('inputs' in step)) return ''
    return spec.inputs
      .filter((input) => isInputShown(spec.inputs, input, step.inputs))
      .map(({ key }) => key)
      .join('\n')
  })
  const specs = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return step && specOf(catalog, step)?.inputs
  })
  const shown = new Set(shownKeys.split('\n'))
  const visible = (specs ?? []).filter((spec) => shown.has(spec.key))
  const plain = visible.filter((spec) => !spec.advanced)
  const advanced = visible.filter((spec) => spec.advanced)
  return (
    <>
      <InputList specs={plain} stepId={stepId} scope={scope} />
      {advanced.length > 0 && (
        <Disclosure title={t('inspector.more')}>
          <InputList specs={advanced} stepId={stepId} scope={scope} />
        </Disclosure>
      )}
    </>
  )
}

function InputList({ specs, stepId, scope }: StepInputsProps & { readonly specs: readonly InputSpec[] }) {
  if (specs.length === 0) return null
  return (
    <div className="flex flex-col gap-4">
      {specs.map((spec) => (
        <StepInput key={spec.key} spec={spec} stepId={stepId} scope={scope} />
      ))}
    </div>
  )
}
