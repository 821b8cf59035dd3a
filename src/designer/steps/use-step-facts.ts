import type { StepId } from '#domain'
import { useFormat, useTranslation } from '#texts'
import { useStepProblems, useWorkbench, useWorkspace } from '#workbench'
import { stepBadges, stepDescription, type StepBadge, type StepFacts } from './step-facts.tsx'
import { stepActionWords, stepName } from './step-words.ts'

export interface StepView extends StepFacts {
  readonly name: string
  /** What it does. */
  readonly action: string
  readonly badges: readonly StepBadge[]
  /** The description a screen reader is given. */
  readonly description: string
}

/** What there is to show of one step; renders again only when something about that step changes. */
export function useStepFacts(id: StepId): StepView | null {
  const { t } = useTranslation()
  const format = useFormat()
  const step = useWorkbench((state) => state.doc.steps[id])
  const summary = useWorkbench((state) => state.run?.byStep[id])
  const isPinned = useWorkbench((state) => state.pins[id] !== undefined)
  const catalog = useWorkspace((state) => state.catalog)
  const problems = useStepProblems(id)
  if (!step) return null
  const facts: StepFacts = { step, problems, summary, isPinned }
  const action = stepActionWords(step, catalog, t)
  return {
    ...facts,
    name: stepName(step, t),
    action,
    badges: stepBadges(facts, t),
    description: stepDescription(facts, action, t, format),
  }
}
