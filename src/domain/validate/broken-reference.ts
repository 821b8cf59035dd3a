import type { Problem } from '#base'
import { referencesOf, type Reference } from '../references.ts'
import { scopeForm } from '../scope.ts'
import type { ValidationCode } from './severity-of.ts'
import { stepProblem, type StepContext, type StepRule } from './step-context.ts'
import { valuePlace } from './value-place.ts'

/** A reference to a step or variable that is not there, or to a step that is not in scope. */
export const brokenReference: StepRule = (context) => {
  const problems: Problem<ValidationCode>[] = []
  for (const reference of referencesOf(context.step)) {
    const found = problemOf(context, reference)
    if (found) problems.push(found)
  }
  return problems
}

function problemOf(context: StepContext, reference: Reference): Problem<ValidationCode> | undefined {
  const { doc, step } = context
  const { to } = reference
  if (to.kind === 'variable') {
    if (doc.variables[to.variable]) return undefined
    return stepProblem(context, 'variable-missing', { at: { ...valuePlace(reference), target: to.variable } })
  }
  const target = doc.steps[to.step]
  const at = () => ({ ...valuePlace(reference), target: to.step })
  if (!target) return stepProblem(context, 'reference-dangling', { at: at() })
  if (scopeForm(doc, step.id, to.step) !== null) return undefined
  return stepProblem(context, 'reference-out-of-scope', { params: { target: target.name }, at: at() })
}
