import type { Step, StepId, StepKind, StepOf } from '#domain'
import { useWorkbench } from '#workbench'

/** One field of a step; renders again only when that field changes. */
export function useStepField<T>(stepId: StepId, read: (step: Step) => T): T | undefined {
  return useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return step ? read(step) : undefined
  })
}

/** One field of a step of a kind; undefined when the step is gone or of another kind. */
export function useKindField<Kind extends StepKind, T>(
  stepId: StepId,
  kind: Kind,
  read: (step: StepOf<Kind>) => T,
): T | undefined {
  return useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return step?.kind === kind ? read(step as StepOf<Kind>) : undefined
  })
}

/** Whether the document may only be looked at. */
export const useIsReadOnly = (): boolean => useWorkbench((state) => state.mode === 'read-only')
