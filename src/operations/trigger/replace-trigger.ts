import { problem } from '#base'
import {
  isConnectorStep,
  mapReferences,
  stepStructureProblem,
  subtreeOf,
  type IntegrationDoc,
  type Step,
  type StepId,
  type StepOf,
} from '#domain'
import type { Edit } from '../edit.ts'
import { putFlow, withSteps } from '../put-record.ts'
import { withoutIds, withoutSteps } from '../remove-records.ts'

const childrenOfArms = (step: Step): readonly StepId[] => step.arms.flatMap((arm) => arm.body)

/** The document with everything that referred to one step referring to another. */
function withReferencesMoved(doc: IntegrationDoc, from: StepId, to: StepId): IntegrationDoc {
  if (from === to) return doc
  const rename = (id: StepId): StepId => (id === from ? to : id)
  const changed = Object.values(doc.steps).flatMap((step) => {
    const next = mapReferences(step, rename)
    return next === step ? [] : [next]
  })
  const notes = Object.values(doc.notes)
    .filter(({ anchor }) => anchor.kind === 'step' && anchor.step === from)
    .map((note) => [note.id, { ...note, anchor: { kind: 'step' as const, step: to } }])
  const withNotes = notes.length === 0 ? doc : { ...doc, notes: { ...doc.notes, ...Object.fromEntries(notes) } }
  return changed.length === 0 ? withNotes : withSteps(withNotes, changed)
}

/** Why steps in the arms of the new trigger are not those of the old one. */
function refuseArms(doc: IntegrationDoc, old: Step, trigger: StepOf<'trigger'>) {
  const kept = childrenOfArms(trigger)
  const had = new Set(childrenOfArms(old))
  const isKept = new Set(kept).size === kept.length && kept.every((id) => had.has(id))
  return isKept ? undefined : problem('steps-incomplete', {}, { step: trigger.id })
}

/**
 * Puts another trigger in place of a flow's. References and notes follow. Its arms may hold what the old one's held; what
 * they leave out goes with the old trigger.
 */
export const replaceTrigger: Edit<'trigger/replace'> = {
  refusal: (doc, { flow: id, trigger }) => {
    const flow = doc.flows[id]
    const old = flow && doc.steps[flow.trigger]
    if (!old) return problem('flow-not-found', { id }, { flow: id })
    if (trigger.id !== old.id && doc.steps[trigger.id]) {
      return problem('id-taken', { id: trigger.id }, { step: trigger.id })
    }
    if (isConnectorStep(trigger) && trigger.slot !== null && !doc.slots[trigger.slot]) {
      return problem('slot-not-found', { id: trigger.slot }, { step: trigger.id })
    }
    return stepStructureProblem(trigger) ?? refuseArms(doc, old, trigger)
  },
  apply: (doc, { flow: id, trigger }) => {
    const flow = doc.flows[id]
    const old = flow && doc.steps[flow.trigger]
    if (!flow || !old) return doc
    const kept = new Set(childrenOfArms(trigger))
    const gone = childrenOfArms(old)
      .filter((child) => !kept.has(child))
      .flatMap((child) => subtreeOf(doc, child))
    const swapped = withSteps({ ...doc, steps: withoutIds(doc.steps, [old.id]) }, [trigger])
    const pointed = flow.trigger === trigger.id ? swapped : putFlow(swapped, { ...flow, trigger: trigger.id })
    return withReferencesMoved(withoutSteps(pointed, gone), old.id, trigger.id)
  },
}
